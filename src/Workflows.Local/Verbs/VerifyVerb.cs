using System.CommandLine;
using Workflows.Local.Auditing;
using Workflows.Local.Clock;
using Workflows.Local.Verifying;
using Workflows.Process.Definitions;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Sqlite;

namespace Workflows.Local.Verbs;

/// <summary>Looks through a whole data folder for damage, and names its places.</summary>
internal static class VerifyVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var data = new Argument<DirectoryInfo>("folder")
        {
            Description = "The data folder, or a backup; the program must not be serving from it.",
            DefaultValueFactory = _ => new DirectoryInfo(DataFolder.Usual),
        };
        var calendar = CalendarFile.Option();
        var key = AuditKeyFile.Option();
        var anchors = AnchorFolder.Option();
        var mend = new Option<bool>("--mend") { Description = "Write the index again from the journals where it differs from them." };
        var verb = new Command("verify", "Looks for damage in journals, index, documents and looks, and names its places.")
        {
            data, calendar, key, anchors, mend,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var folder = parsed.GetRequiredValue(data);
            await using var store = DataFolder.Open(folder);
            var keys = AuditKeyFile.Read(store.Folder, parsed.GetValue(key));
            var audit = await AuditCheck.BeginAsync(AnchorFolder.In(store.Folder, parsed.GetValue(anchors)), store.Chains, keys, stop);
            var codec = new JournalCodec(keys);
            var stood = await ClockNote.FindAsync(new SqliteNotes(store), stop);
            var check = new FolderCheck(
                store, new ReviewCheck(codec, ProcessCatalogue.Shipped, CalendarFile.Read(parsed.GetValue(calendar)), stood?.LatestAt), audit,
                parsed.GetValue(mend));
            var output = parsed.InvocationConfiguration.Output;
            var found = 0;
            await foreach (var problem in check.RunAsync(stop))
            {
                found++;
                await output.WriteLineAsync(problem);
            }

            await output.WriteLineAsync(
                $"Looked at {check.Reviews} reviews, {check.Entries} entries and {check.Documents} documents: "
                + (found == 0 ? "no damage found." : $"{found} problems."));
            await output.WriteLineAsync(audit.Anchors.LatestAt is { } latest
                ? $"Held against {audit.Anchors.Count} anchors, the latest of {latest:yyyy-MM-dd HH:mm} UTC, which ends with the seal {audit.Anchors.LatestSeal}."
                : "There are no anchors: what was cut off or removed as a whole cannot be told.");
            return found == 0 ? ExitCode.Done : ExitCode.Found;
        });
        return verb;
    }
}
