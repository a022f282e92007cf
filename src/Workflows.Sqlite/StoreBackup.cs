using SQLitePCL;
using Workflows.Sqlite.Files;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite;

/// <summary>
/// Copies a store while it runs: first the database as it stood at one moment, then the documents, so that every document
/// that the copied journal names is there. The copy takes its name only when it is whole and on the disk.
/// </summary>
internal static class StoreBackup
{
    /// <summary>Pages copied between two looks at whether to go on: 4 MB.</summary>
    private const int PagesAtOnce = 1024;

    /// <summary>Copies the store in one folder to another.</summary>
    /// <param name="folder">The store's folder, open.</param>
    /// <param name="target">Path of the copy.</param>
    /// <param name="stop">Ends it; nothing is left then.</param>
    /// <exception cref="IOException">The target is there already, or cannot be written.</exception>
    public static void Make(string folder, string target, CancellationToken stop)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new IOException($"The backup '{target}' would lie in the data folder itself. Name a folder outside it.");
        }

        if (Path.Exists(target))
        {
            throw new IOException($"The backup '{target}' is there already. Name a folder that does not exist yet.");
        }

        var unfinished = $"{target}.unfinished-{Guid.NewGuid():N}";
        Disk.MakeFolder(unfinished);
        try
        {
            CopyDatabase(Path.Combine(folder, SqliteStore.DatabaseName), Path.Combine(unfinished, SqliteStore.DatabaseName), stop);
            CopyDocuments(Path.Combine(folder, SqliteStore.DocumentsName), Path.Combine(unfinished, SqliteStore.DocumentsName), stop);
            Disk.Flush(unfinished);
            Directory.Move(unfinished, target);
            Disk.Flush(Path.GetDirectoryName(target));
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private static void CopyDatabase(string file, string copy, CancellationToken stop)
    {
        using (var from = Connection.Open(file))
        using (var to = Connection.Open(copy))
        {
            // One read transaction from the first page to the last: what is appended meanwhile is not in the copy.
            from.Execute("BEGIN");
            from.Number("SELECT count(*) FROM sqlite_schema");
            using var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main");
            int code;
            do
            {
                stop.ThrowIfCancellationRequested();
                code = raw.sqlite3_backup_step(backup, PagesAtOnce);
            }
            while (code == raw.SQLITE_OK);

            if (code != raw.SQLITE_DONE)
            {
                throw Connection.Failure(to.Handle, code);
            }
        }

        Disk.FlushFile(copy);
    }

    private static void CopyDocuments(string folder, string copy, CancellationToken stop)
    {
        Disk.MakeFolder(copy);
        foreach (var review in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(review) == SqliteDocumentStore.Incoming)
            {
                continue;
            }

            var into = Path.Combine(copy, Path.GetFileName(review));
            Disk.MakeFolder(into);
            foreach (var document in Directory.EnumerateFiles(review))
            {
                stop.ThrowIfCancellationRequested();
                var file = Path.Combine(into, Path.GetFileName(document));
                File.Copy(document, file);
                Disk.FlushFile(file);
            }

            Disk.Flush(into);
        }
    }
}
