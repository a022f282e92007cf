namespace Workflows.Sqlite.Schema;

/// <summary>
/// The database's format, step by step. A released step is never edited: a change is a new step at the end.
/// Instants are UTC ticks of 100 ns, days are day numbers (both since 0001-01-01), identifiers of reviews are 16 bytes.
/// </summary>
internal static class SchemaSteps
{
    /// <summary>
    /// Journal and index. A review has a number here, so that keys are short and what is new stands together: commits that
    /// many reviews share then touch few pages.
    /// </summary>
    private const string Reviews = """
        -- What lists filter by, and what every append changes. The facets are a hash over the summary's JSON.
        CREATE TABLE review (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
            position INTEGER NOT NULL, changed INTEGER NOT NULL, next_wake INTEGER, facets BLOB NOT NULL,
            partnership TEXT NOT NULL, process TEXT NOT NULL, stage TEXT NOT NULL, state TEXT NOT NULL,
            opened INTEGER NOT NULL, next_due INTEGER, letters INTEGER NOT NULL
        );
        CREATE INDEX review_by_opening ON review (opened);
        CREATE INDEX review_by_partnership ON review (partnership, opened);
        CREATE INDEX review_by_wake ON review (next_wake) WHERE next_wake IS NOT NULL;

        CREATE TABLE journal (
            review INTEGER NOT NULL REFERENCES review (number), sequence INTEGER NOT NULL, line BLOB NOT NULL,
            PRIMARY KEY (review, sequence)
        );

        -- The summary but for position, last change and next wake, which stand in the review's row.
        CREATE TABLE summary (
            review INTEGER PRIMARY KEY REFERENCES review (number), json BLOB NOT NULL
        );

        CREATE TABLE told (
            body TEXT NOT NULL, opened INTEGER NOT NULL, review INTEGER NOT NULL REFERENCES review (number),
            PRIMARY KEY (body, opened, review)
        ) WITHOUT ROWID;
        CREATE INDEX told_by_review ON told (review);

        CREATE TABLE publication (
            id TEXT PRIMARY KEY, review INTEGER NOT NULL REFERENCES review (number), published INTEGER NOT NULL,
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

    /// <summary>What links in letters lead to, by the hashes of their pointers.</summary>
    private const string Links = """
        CREATE TABLE link (name TEXT PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Chains beside the journals: who looked at which review.</summary>
    private const string Chains = """
        CREATE TABLE chain (
            name TEXT NOT NULL, sequence INTEGER NOT NULL, line BLOB NOT NULL, PRIMARY KEY (name, sequence)
        );
        """;

    /// <summary>
    /// What must be destroyed one day. Rows are never deleted: a paper is overwritten where it stands, and is not live any more.
    /// </summary>
    private const string PrivatePapers = """
        CREATE TABLE paper (
            number INTEGER PRIMARY KEY AUTOINCREMENT, review BLOB NOT NULL, name TEXT NOT NULL, live INTEGER NOT NULL, bytes BLOB NOT NULL
        );
        CREATE UNIQUE INDEX paper_by_name ON paper (review, name) WHERE live = 1;
        """;

    /// <summary>The steps; the first makes format 1 of an empty file, the next makes 2 of 1, and so on.</summary>
    public static IReadOnlyList<string> All { get; } = [Reviews, LocalHost, Links, Chains, PrivatePapers];
}
