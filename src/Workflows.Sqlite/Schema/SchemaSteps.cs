namespace Workflows.Sqlite.Schema;

/// <summary>
/// The database's format, step by step. A released step is never edited: a change is a new step at the end.
/// Instants are UTC ticks of 100 ns, days are day numbers (both since 0001-01-01), identifiers of reviews are 16 bytes.
/// </summary>
internal static class SchemaSteps
{
    /// <summary>Journal and index.</summary>
    private const string Reviews = """
        CREATE TABLE journal (
            review BLOB NOT NULL, sequence INTEGER NOT NULL, line BLOB NOT NULL,
            PRIMARY KEY (review, sequence)
        ) WITHOUT ROWID;

        -- What lists filter by. Narrow, and rewritten only where something in it changed.
        CREATE TABLE review (
            id BLOB PRIMARY KEY, partnership TEXT NOT NULL, process TEXT NOT NULL, stage TEXT NOT NULL,
            state TEXT NOT NULL, opened INTEGER NOT NULL, next_due INTEGER, next_wake INTEGER,
            letters INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX review_by_opening ON review (opened, id);
        CREATE INDEX review_by_partnership ON review (partnership, opened, id);
        CREATE INDEX review_by_wake ON review (next_wake, id) WHERE next_wake IS NOT NULL;

        -- The summary whole; facets is a hash over all that the other tables of the index hold of it.
        CREATE TABLE summary (
            review BLOB PRIMARY KEY REFERENCES review (id), position INTEGER NOT NULL, facets BLOB NOT NULL,
            next_wake INTEGER, json BLOB NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE told (
            body TEXT NOT NULL, opened INTEGER NOT NULL, review BLOB NOT NULL REFERENCES review (id),
            PRIMARY KEY (body, opened, review)
        ) WITHOUT ROWID;
        CREATE INDEX told_by_review ON told (review);

        CREATE TABLE publication (
            id TEXT PRIMARY KEY, review BLOB NOT NULL REFERENCES review (id), published INTEGER NOT NULL,
            json BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX publication_by_day ON publication (published, id);
        CREATE INDEX publication_by_review ON publication (review);
        """;

    /// <summary>What a host on one machine keeps besides: letters it did not send, and notes.</summary>
    private const string LocalHost = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, review BLOB NOT NULL, kind TEXT NOT NULL,
            recipients TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, calendar TEXT,
            sent INTEGER NOT NULL
        );

        CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>The steps; the first makes format 1 of an empty file, the next makes 2 of 1, and so on.</summary>
    public static IReadOnlyList<string> All { get; } = [Reviews, LocalHost];
}
