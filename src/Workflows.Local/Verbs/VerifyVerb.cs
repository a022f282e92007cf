using System.CommandLine;
using Workflows.Local.Clock;
using Workflows.Local.Verifying;
using Workflows.Process.Definitions;
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
        var verb = new Command("verify", "Looks for damage in journals, index and documents, and names its places.") { data, calendar, key };
        verb.SetAction(async (parsed, stop) =>
        {
            var folder = parsed.GetRequiredValue(data);
            await using var store = DataFolder.Open(folder);
            var codec = new JournalCodec(AuditKeyFile.Read(store.Folder, parsed.GetValue(key)));
            var stood = await ClockNote.FindAsync(new SqliteNotes(store), stop);
            var check = new FolderCheck(
                store, new ReviewCheck(codec, ProcessCatalogue.Shipped, CalendarFile.Read(parsed.GetValue(calendar)), stood?.LatestAt));
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
            return found == 0 ? ExitCode.Done : ExitCode.Found;
        });
        return verb;
    }
}
