using System.Net;
using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;
using Workflows.Graph.Tests.GraphServer;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// The mailbox cannot be reached, is throttled, or says 503: health says so in plain words while the service goes on, and every letter
/// leaves once when it is back.
/// </summary>
internal static class MailAway
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly Call[] Sending = [Call.CreateDraft, Call.Send];

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var ways = new (string Name, Action Away, Action Back)[]
        {
            ("unreachable", host.Around.Mail.Shut, host.Around.Mail.Open),
            ("throttled", () => Fail(host, Fault.Throttled("20")), host.Around.Graph.Faults.Clear),
            ("503", () => Fail(host, Fault.Unavailable()), host.Around.Graph.Faults.Clear),
        };
        var said = new List<string>();
        foreach (var (name, away, back) in ways)
        {
            away();
            var review = await host.Client.OpenAsync("lcspr", new Answers());
            await Patiently.UntilAsync(async () => await NamesMailAsync(host), Patience, $"Health did not name mail while it was {name}.");
            var (status, health) = await StorageAway.HealthAsync(host);
            back();
            var letters = await host.Letters.AllOnceAsync(review, Patience);
            await Patiently.UntilAsync(async () => !await NamesMailAsync(host), Patience, $"Health went on naming mail after it was {name}.");
            said.Add(status == HttpStatusCode.OK
                ? $"{name}: health 200 \"{StorageAway.Says(health)}\", then {letters}"
                : throw new DriveException($"While mail was {name}, health was {(int)status}."));
        }

        return string.Join("; ", said);
    }

    private static void Fail(FunctionsHost host, Fault fault) =>
        Array.ForEach(Sending, call => host.Around.Graph.Faults.Always(call, fault));

    private static async Task<bool> NamesMailAsync(FunctionsHost host) =>
        (await StorageAway.HealthAsync(host)).Health.GetProperty("attention").EnumerateArray().Any(name => name.GetString() == "mail");
}
