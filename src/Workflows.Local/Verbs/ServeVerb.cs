using System.CommandLine;
using Workflows.Local.Auditing;
using Workflows.Local.Hosting;

namespace Workflows.Local.Verbs;

/// <summary>Serves on one machine: the verb that is meant where none is given.</summary>
internal sealed class ServeVerb
{
    private readonly Option<Addresses> _urls = new("--urls")
    {
        Description = "Where to listen; port 0 takes any free one.",
        DefaultValueFactory = _ => Addresses.Parse("http://127.0.0.1:7071")!,
        CustomParser = result => Addresses.Parse(result.Tokens[0].Value)
            ?? Refused<Addresses>(result, "--urls wants http addresses without a path, such as http://127.0.0.1:7071."),
    };

    private readonly Option<DirectoryInfo> _data = DataFolder.Option("The data folder; it is made where it is missing.");

    private readonly Option<DateTimeOffset?> _clock = new("--clock")
    {
        Description = "Where the clock starts, such as 2026-01-05T09:00:00Z; the system's clock where it is not given.",
        CustomParser = result => Instant.TryParse(result.Tokens[0].Value, out var instant)
            ? instant
            : Refused<DateTimeOffset?>(result, "--clock wants an instant with its offset, such as 2026-01-05T09:00:00Z."),
    };

    private readonly Option<FileInfo?> _directory = new("--directory")
    {
        Description = "The file of partnerships and their people; a demonstration where it is not given.",
    };

    private readonly Option<FileInfo?> _calendar = CalendarFile.Option();
    private readonly Option<FileInfo?> _auditKey = AuditKeyFile.Option();

    private readonly Option<DirectoryInfo?> _anchors = AnchorFolder.Option();

    private readonly Option<bool> _network = new("--demo-on-network")
    {
        Description = "Listen beyond this machine although anybody who reaches it can sign in as anybody.",
    };

    /// <summary>Makes the verb.</summary>
    public Command Make()
    {
        var verb = new Command("serve", "Serves reviews over HTTP on this machine. This is what happens without a verb.");
        AddTo(verb);
        return verb;
    }

    /// <summary>Gives a command the options and the action of this verb.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _urls, _data, _clock, _directory, _calendar, _auditKey, _anchors, _network })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, stop) =>
        {
            var urls = parsed.GetRequiredValue(_urls);
            var run = parsed.InvocationConfiguration;
            if (!urls.AreLoopback && !parsed.GetValue(_network))
            {
                throw new VerbException(
                    ExitCode.Usage,
                    $"{urls} can be reached from other machines, and whoever reaches the demonstration can sign in as anybody. "
                    + "Listen on http://127.0.0.1:7071, or add --demo-on-network if that is what you want.");
            }

            return Serving.RunAsync(
                new ServeOptions
                {
                    Urls = urls,
                    Data = parsed.GetRequiredValue(_data).FullName,
                    Clock = parsed.GetValue(_clock),
                    Directory = parsed.GetValue(_directory),
                    Calendar = parsed.GetValue(_calendar),
                    AuditKey = parsed.GetValue(_auditKey),
                    Anchors = parsed.GetValue(_anchors),
                },
                run.Output, run.Error, stop);
        });
    }

    private static T? Refused<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
