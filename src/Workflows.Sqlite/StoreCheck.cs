using System.Security.Cryptography;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite;

/// <summary>Looks for damage: in the database's pages, in the order of journals, in the index beside them, in documents.</summary>
internal static class StoreCheck
{
    /// <summary>Most problems named; where there are so many, more do not help.</summary>
    private const int MostProblems = 100;

    /// <summary>What is wrong with the database, in plain words; nothing where it is sound.</summary>
    public static List<string> Database(Connection db)
    {
        var problems = new List<string>();
        Ask($"PRAGMA integrity_check({MostProblems})", row => row.Text(0) == "ok" ? null : $"The database is damaged: {row.Text(0)}.");
        Ask("PRAGMA foreign_key_check", row => $"A row of the table {row.Text(0)} belongs to no review.");
        Ask(
            """
            SELECT r.id, count(*), min(j.sequence), max(j.sequence)
            FROM journal j CROSS JOIN review r ON r.number = j.review GROUP BY j.review
            HAVING min(j.sequence) <> 1 OR max(j.sequence) <> count(*)
            """,
            row => $"The journal of review {Review(row)} has gaps: {row.Int64(1)} lines from {row.Int64(2)} to {row.Int64(3)}.");
        Ask(
            """
            SELECT r.id, r.position, (SELECT max(sequence) FROM journal WHERE review = r.number) AS last FROM review r
            WHERE last IS NOT r.position
            """,
            row => $"The index has review {Review(row)} at position {row.Int64(1)}, its journal ends at {row.Int64(2)}.");
        return problems;

        void Ask(string sql, Func<Statement, string?> problem)
        {
            try
            {
                using var rows = db.Prepare(sql);
                while (problems.Count < MostProblems && rows.Step())
                {
                    if (problem(rows) is { } found)
                    {
                        problems.Add(found);
                    }
                }
            }
            catch (StoreFailedException failure) when (failure.IsDamage)
            {
                problems.Add($"The database is damaged: {failure.Message}");
            }
        }
    }

    /// <summary>Which documents are not what they were when they were stored.</summary>
    public static async Task<List<string>> DocumentsAsync(string folder, CancellationToken stop)
    {
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(Path.GetDirectoryName(file)) == SqliteDocumentStore.Incoming || problems.Count >= MostProblems)
            {
                continue;
            }

            await using var content = File.OpenRead(file);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
            if (hash != Path.GetFileName(file))
            {
                problems.Add($"The document {Path.GetRelativePath(folder, file)} has other bytes than its name says.");
            }
        }

        return problems;
    }

    private static string Review(Statement row) => Convert.ToHexStringLower(row.Bytes(0));
}
