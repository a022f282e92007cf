using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Schema;

/// <summary>Brings a database file to the format that this program knows.</summary>
internal static class DatabaseFormat
{
    /// <summary>Marks the file as one of this program's, in SQLite's own header field for that.</summary>
    private const long Application = 0x57_46_52_56;

    /// <summary>The format that this program reads and writes.</summary>
    public static long Current => SchemaSteps.All.Count;

    /// <summary>Looks whether the file is one that this program may open, before anything in it is changed.</summary>
    /// <exception cref="NewerStoreException">A later version of the program wrote it.</exception>
    /// <exception cref="DamagedStoreException">It is a database of something else.</exception>
    public static void Check(Connection db, string folder)
    {
        var format = db.Number("PRAGMA user_version");
        if (db.Number("PRAGMA application_id") != Application && !IsEmpty(db, format))
        {
            throw new DamagedStoreException(folder, "it belongs to another program");
        }

        if (format > Current)
        {
            throw new NewerStoreException(folder, format, Current);
        }
    }

    /// <summary>Upgrades step by step, each step in a transaction of its own; a new file passes through all.</summary>
    public static void Upgrade(Connection db)
    {
        for (var format = db.Number("PRAGMA user_version"); format < Current; format++)
        {
            db.Execute("BEGIN IMMEDIATE");
            db.Execute(SchemaSteps.All[(int)format]);
            db.Execute($"PRAGMA application_id = {Application}; PRAGMA user_version = {format + 1}; COMMIT");
        }
    }

    private static bool IsEmpty(Connection db, long format) =>
        format == 0 && db.Number("SELECT count(*) FROM sqlite_schema") == 0;
}
