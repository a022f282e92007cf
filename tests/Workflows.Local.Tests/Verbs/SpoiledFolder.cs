using SQLitePCL;
using Workflows.Sqlite;

namespace Workflows.Local.Tests.Verbs;

/// <summary>Changes in a database behind the program's back.</summary>
internal static class SpoiledFolder
{
    static SpoiledFolder() => Batteries_V2.Init();

    /// <summary>Runs statements on a folder's database; each must change something.</summary>
    public static void Spoil(string folder, params string[] statements)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(folder, SqliteStore.DatabaseName), out var db));
        using (db)
        {
            raw.sqlite3_exec(db, "PRAGMA foreign_keys = OFF");
            foreach (var statement in statements)
            {
                var code = raw.sqlite3_exec(db, statement, out var problem);
                Assert.True(code == raw.SQLITE_OK, problem);
                Assert.True(raw.sqlite3_changes(db) > 0, $"Nothing was changed by: {statement}");
            }
        }
    }

    /// <summary>The number that a review has in the database, as a statement finds it.</summary>
    public static string NumberOf(string review) => $"(SELECT number FROM review WHERE id = x'{review}')";
}
