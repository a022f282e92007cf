using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>A host with settings missing or wrong does not start, and its log names every one of them and repeats no value.</summary>
internal static class WrongSettings
{
    private const string WrongKey = "c2hvcnQga2V5";
    private static readonly string[] Missing = ["SignIn__Audience", "Directory__Path", "Graph__Mailbox", "Storage__ConnectionString"];

    private static readonly string[] Named =
    [
        "SignIn:Audience", "Directory:Path", "Graph:Mailbox", "Storage:AccountUrl", "Keys:Certificate", "Service:PublicAddress", "Audit:Key",
        "Watchdog:LateAfter",
    ];

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        host.Kill();
        var said = await host.TryAsync(Spoil, lines => Named.All(name => IsNamed(lines, name)));
        await host.StartAgainAsync();
        var unnamed = Named.Where(name => !IsNamed(said, name)).ToArray();
        if (unnamed.Length > 0 || said.Any(line => line.Contains(WrongKey, StringComparison.Ordinal)))
        {
            throw new DriveException($"Not named: {string.Join(' ', unnamed)}, or a value was repeated.");
        }

        var first = said.First(line => line.Contains("The host cannot start", StringComparison.Ordinal)).Trim();
        return $"\"{first[first.IndexOf("The host", StringComparison.Ordinal)..]}\" {string.Join(' ', Named)}, no value repeated";
    }

    private static void Spoil(Dictionary<string, string> settings)
    {
        Array.ForEach(Missing, name => settings.Remove(name));
        settings["Service__PublicAddress"] = "ftp://reviews.example";
        settings["Audit__Key"] = WrongKey;
        settings["Watchdog__LateAfter"] = "00:00:01";
    }

    private static bool IsNamed(IEnumerable<string> lines, string name) =>
        lines.Any(line => line.Contains($"- {name}", StringComparison.Ordinal));
}
