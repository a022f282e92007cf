using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>The index as tables beside the journal.</summary>
internal sealed class SqliteReviewIndex(Writer writer, ReaderPool readers) : IReviewIndex
{
    private const int MostDue = 10_000;

    /// <inheritdoc/>
    public Task<ReviewSummary?> FindAsync(ReviewId review, CancellationToken stop)
    {
        var id = StoredForm.Bytes(review);
        return readers.ReadAsync(
            db =>
            {
                using var row = db.Kept(
                    $"SELECT {SummaryRead.Columns} FROM review r JOIN summary s ON s.review = r.number WHERE r.id = ?1");
                return row.Bind(1, id).Step() ? SummaryRead.From(row) : null;
            },
            stop);
    }

    /// <inheritdoc/>
    public Task<SummaryPage> ListAsync(ReviewQuery query, CancellationToken stop)
    {
        var list = new SummaryList(query);
        return readers.ReadAsync(list.Read, stop);
    }

    /// <inheritdoc/>
    public Task<SummaryTable> TableAsync(TableQuery query, CancellationToken stop) =>
        readers.ReadAsync(db => new SummaryTableRead(query).Read(db), stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProcessTimes>> TimesAsync(IReadOnlyList<ReviewQuery> lists, CancellationToken stop) =>
        readers.ReadAsync(db => new SummaryTableRead(new TableQuery { Lists = lists }).Times(db), stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReviewWake>> DueAsync(DateTimeOffset until, int limit, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostDue);
        return readers.ReadAsync<IReadOnlyList<ReviewWake>>(
            db =>
            {
                var due = new List<ReviewWake>();
                using var rows = db.Kept(
                    "SELECT id, next_wake FROM review WHERE next_wake <= ?1 ORDER BY next_wake, number LIMIT ?2");
                rows.Bind(1, until.UtcTicks).Bind(2, limit);
                while (rows.Step())
                {
                    due.Add(new ReviewWake(
                        StoredForm.Review(rows.Bytes(0)), new DateTimeOffset(rows.Int64(1), TimeSpan.Zero)));
                }

                return due;
            },
            stop);
    }

    /// <inheritdoc/>
    public async Task PutAsync(ReviewSummary summary, CancellationToken stop)
    {
        var row = new SummaryRow(summary);
        await writer.WriteAsync(
            db =>
            {
                IndexRows.PutUnlessOlder(db, row);
                return true;
            },
            stop);
    }

    /// <inheritdoc/>
    public Task<PublicationPage> PublicationsAsync(string? cursor, CancellationToken stop)
    {
        var list = new PublicationList(cursor);
        return readers.ReadAsync(list.Read, stop);
    }

    /// <inheritdoc/>
    public Task<Publication?> FindPublicationAsync(string publication, CancellationToken stop) =>
        readers.ReadAsync(
            db =>
            {
                using var row = db.Kept("SELECT json FROM publication WHERE id = ?1");
                return row.Bind(1, publication).Step()
                    ? JsonSerializer.Deserialize(row.Bytes(0), StoredForm.Context.Publication)
                    : null;
            },
            stop);

    /// <inheritdoc/>
    public Task<IndexFigures> FiguresAsync(DateTimeOffset now, CancellationToken stop) =>
        readers.ReadAsync(
            db =>
            {
                using var row = db.Kept("""
                    SELECT count(*), coalesce(sum(state = 'open'), 0), coalesce(sum(letters), 0),
                        (SELECT min(next_wake) FROM review WHERE next_wake IS NOT NULL)
                    FROM review
                    """);
                row.Step();
                DateTimeOffset? next = row.IsNull(3) ? null : new DateTimeOffset(row.Int64(3), TimeSpan.Zero);
                return new IndexFigures(
                    Open: row.Int64(1),
                    All: row.Int64(0),
                    LettersInTrouble: row.Int64(2),
                    LatestWake: next <= now ? next : null,
                    NextWake: next);
            },
            stop);
}
