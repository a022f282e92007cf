using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Local.Auditing;
using Workflows.Local.Exporting;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Local.Verbs;

/// <summary>Writes reviews out in open formats, for a reader who has no such program.</summary>
internal static class ExportVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var data = DataFolder.Option("The data folder, or a backup; the program must not be serving from it.");
        var to = DataFolder.Target("Where the files go: a folder that does not exist yet.");
        var review = new Option<string?>("--review") { Description = "The identifier of the only review to export." };
        var key = AuditKeyFile.Option();
        var anchors = AnchorFolder.Option();
        var verb = new Command("export", "Writes journals, summaries, documents, letters and looks out in open formats.")
        {
            data, to, review, key, anchors,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            await using var store = DataFolder.Open(parsed.GetRequiredValue(data));
            var keys = AuditKeyFile.Read(store.Folder, parsed.GetValue(key));
            await using var looks = new LookLog(store.Chains, keys, TimeProvider.System, NullLogger<LookLog>.Instance);
            var audit = new AuditExport(looks, store.Chains, AnchorFolder.In(store.Folder, parsed.GetValue(anchors)));
            var export = new Export(store, new JournalCodec(keys), audit, parsed.GetRequiredValue(to).FullName);
            var count = await export.RunAsync(Only(parsed.GetValue(review)), stop);
            if (count == 0 && parsed.GetValue(review) is { } missing)
            {
                throw new VerbException(ExitCode.Found, $"There is no review {missing}.");
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"{count} reviews are in {parsed.GetRequiredValue(to).FullName}. Begin with its README.txt.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static ReviewId? Only(string? text) => text switch
    {
        null => null,
        _ when ReviewId.TryParse(text, out var id) => id,
        _ => throw new VerbException(ExitCode.Usage, "--review wants an identifier of 32 lower-case hexadecimal digits."),
    };
}
