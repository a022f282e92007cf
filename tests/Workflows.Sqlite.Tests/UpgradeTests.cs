using Workflows.Contracts;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;
using Workflows.Sqlite.Schema;

namespace Workflows.Sqlite.Tests;

/// <summary>A file of format 1, as a program of that time wrote it, opens in this one with all that is in it.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string FormatOne = """
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
        PRAGMA application_id = 1464226390;
        PRAGMA user_version = 1;
        INSERT INTO review VALUES (7, x'4be1a0c2d3e4f5061728394a5b6c7d8e', 2, 639032004000000000, 639035460000000000,
            x'00112233445566778899aabbccddeeff', 'exampleshire', 'lcspr', 'rapid-review', 'open', 639032004000000000,
            739641, 0);
        INSERT INTO journal VALUES (7, 1, CAST('{"sequence":1}' AS BLOB)), (7, 2, CAST('{"sequence":2}' AS BLOB));
        INSERT INTO summary VALUES (7, CAST('{"id":"4be1a0c2d3e4f5061728394a5b6c7d8e","partnership":"exampleshire",
            "process":"lcspr","processVersion":"2026.1","reference":"EX-1","state":"open","stage":"rapid-review",
            "openedAt":"2026-01-05T09:00:00+00:00","changedAt":"0001-01-01T00:00:00+00:00","nextDueOn":"2026-01-26",
            "position":0,"lettersInTrouble":0,"toldTo":["panel"],"publications":[]}' AS BLOB));
        INSERT INTO told VALUES ('panel', 639032004000000000, 7);
        """;

    private static readonly CancellationToken s_go = CancellationToken.None;

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_file_of_format_1_opens_with_all_that_is_in_it()
    {
        Directory.CreateDirectory(_folder["data"]);
        using (var db = Connection.Open(Path.Combine(_folder["data"], SqliteStore.DatabaseName)))
        {
            db.Execute(FormatOne);
        }

        await using var store = SqliteStore.Open(_folder["data"]);

        Assert.Equal(DatabaseFormat.Current, await store.Readers.ReadAsync(db => db.Number("PRAGMA user_version"), s_go));
        Assert.Empty(await store.CheckAsync(s_go));
        Assert.True(ReviewId.TryParse("4be1a0c2d3e4f5061728394a5b6c7d8e", out var review));
        Assert.Equal(
            ["""1 {"sequence":1}""", """2 {"sequence":2}"""], Sample.Texts(await store.Journal.ReadAsync(review, 0, s_go)));
        var expected = Sample.Summary(review, position: 2) with
        {
            Reference = "EX-1",
            NextDueOn = new DateOnly(2026, 1, 26),
            NextWakeAt = Sample.Start.AddDays(4),
            ToldTo = ["panel"],
        };
        Sample.Same(expected, Assert.Single((await store.Index.ListAsync(new ReviewQuery { ToldTo = "panel" }, s_go)).Items));
        Assert.Equal(AppendOutcome.Appended, await store.Journal.AppendAsync(Sample.Append(review, 2), s_go));
        await new SqliteNotes(store).SaveAsync("clock", "2026-01-05", s_go);
        Assert.Equal("2026-01-05", await new SqliteNotes(store).FindAsync("clock", s_go));
    }

    [Fact]
    public async Task A_file_upgraded_from_format_1_is_built_like_a_new_one()
    {
        Directory.CreateDirectory(_folder["data"]);
        using (var db = Connection.Open(Path.Combine(_folder["data"], SqliteStore.DatabaseName)))
        {
            db.Execute(FormatOne);
        }

        await using var upgraded = SqliteStore.Open(_folder["data"]);
        await using var made = SqliteStore.Open(_folder["new"]);

        Assert.Equal(await ColumnsAsync(made), await ColumnsAsync(upgraded));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<string> ColumnsAsync(SqliteStore store) => store.Readers.ReadAsync(
        db =>
        {
            using var rows = db.Prepare("""
                SELECT group_concat(line, char(10)) FROM (
                    SELECT m.type || ' ' || m.name || ' ' || c.name || ' ' || coalesce(c.type, '') AS line
                    FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'
                    UNION ALL
                    SELECT m.type || ' ' || m.name || ' ' || coalesce(c.name, '') FROM sqlite_schema m, pragma_index_info(m.name) c
                    WHERE m.type = 'index'
                    ORDER BY line)
                """);
            rows.Step();
            return rows.Text(0);
        },
        s_go);
}
