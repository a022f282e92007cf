using System.CommandLine;
using Workflows.Local.Keys;
using Workflows.Sqlite;

namespace Workflows.Local.Verbs;

/// <summary>Copies a data folder, also while the program serves from it.</summary>
internal static class BackupVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var data = DataFolder.Option("The data folder; the program may be serving from it.");
        var to = DataFolder.Target("Where the copy goes: a folder that does not exist yet.");
        var verb = new Command("backup", "Copies a data folder as it stands at one moment, also while the program serves.") { data, to };
        verb.SetAction(async (parsed, stop) =>
        {
            var target = parsed.GetRequiredValue(to).FullName;
            await SqliteStore.BackupAsync(parsed.GetRequiredValue(data).FullName, target, stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"The backup is in {target}. The key that chains journals is not in it: keep a copy of {KeyFile.Audit} in another place, "
                + "and put it back beside the restored folder's database.");
            return ExitCode.Done;
        });
        return verb;
    }
}
