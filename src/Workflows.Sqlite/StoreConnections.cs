using Workflows.Sqlite.Raw;
using Workflows.Sqlite.Schema;

namespace Workflows.Sqlite;

/// <summary>Connections to a store's database, set up for what they are for.</summary>
internal static class StoreConnections
{
    /// <summary>The connection for writing; brings the file to the format that this program knows.</summary>
    public static Connection Writer(string folder)
    {
        var db = Connection.Open(Path.Combine(folder, SqliteStore.DatabaseName));
        try
        {
            DatabaseFormat.Check(db, folder);

            // The log is folded in by the writer itself, after its answers. What is deleted is overwritten.
            db.Execute("""
                PRAGMA secure_delete = ON;
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
                PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768;
                """);
            DatabaseFormat.Upgrade(db);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>A connection for reading.</summary>
    public static Connection Reader(string folder)
    {
        var db = Connection.Open(Path.Combine(folder, SqliteStore.DatabaseName));
        db.Execute("PRAGMA query_only = ON; PRAGMA cache_size = -4096");
        return db;
    }
}
