using System.Runtime.CompilerServices;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>The journal as rows of one table, each append one transaction with the review's rows of the index.</summary>
internal sealed class SqliteReviewJournal(Writer writer, ReaderPool readers) : IReviewJournal
{
    private const int ListedAtOnce = 500;

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalLine>> ReadAsync(ReviewId review, long after, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var id = StoredForm.Bytes(review);
        return readers.ReadAsync<IReadOnlyList<JournalLine>>(
            db =>
            {
                var lines = new List<JournalLine>();
                using var rows = db.Kept("""
                    SELECT sequence, line FROM journal
                    WHERE review = (SELECT number FROM review WHERE id = ?1) AND sequence > ?2 ORDER BY sequence
                    """);
                rows.Bind(1, id).Bind(2, after);
                while (rows.Step())
                {
                    lines.Add(new JournalLine(rows.Int64(0), rows.Bytes(1).ToArray()));
                }

                return lines;
            },
            stop);
    }

    /// <inheritdoc/>
    public async Task<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken stop)
    {
        JournalAppend.ThrowIfMalformed(append);
        var row = new SummaryRow(append.Summary);
        return await writer.WriteAsync(db => Append(db, append, row), stop);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReviewId> ListAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var last = 0L;
        List<(long Number, ReviewId Review)> page;
        do
        {
            var from = last;
            page = await readers.ReadAsync(db => Page(db, from), stop);
            foreach (var (number, review) in page)
            {
                last = number;
                yield return review;
            }
        }
        while (page.Count == ListedAtOnce);
    }

    private static AppendOutcome Append(Connection db, JournalAppend append, SummaryRow row)
    {
        var stored = StoredReview.Find(db, row);
        if ((stored is { } known ? Position(db, known.Number) : 0) != append.Expected)
        {
            return AppendOutcome.Stale;
        }

        if (append.Paper is { } paper && !SqlitePrivatePapers.PutFirst(db, append.Review, paper))
        {
            return AppendOutcome.Stale;
        }

        var number = IndexRows.Put(db, row, stored);
        var insert = db.Kept("INSERT INTO journal (review, sequence, line) VALUES (?1, ?2, ?3)").Bind(1, number);
        foreach (var line in append.Lines)
        {
            insert.Bind(2, line.Sequence).Bind(3, line.Utf8.Span).Run();
        }

        return AppendOutcome.Appended;
    }

    private static long Position(Connection db, long number)
    {
        using var last = db.Kept("SELECT sequence FROM journal WHERE review = ?1 ORDER BY sequence DESC LIMIT 1");
        return last.Bind(1, number).Step() ? last.Int64(0) : 0;
    }

    private static List<(long Number, ReviewId Review)> Page(Connection db, long after)
    {
        var page = new List<(long, ReviewId)>(ListedAtOnce);
        using var rows = db.Kept("""
            SELECT number, id FROM review
            WHERE number > ?1 AND EXISTS (SELECT 1 FROM journal WHERE review = number) ORDER BY number LIMIT ?2
            """);
        rows.Bind(1, after).Bind(2, ListedAtOnce);
        while (rows.Step())
        {
            page.Add((rows.Int64(0), StoredForm.Review(rows.Bytes(1))));
        }

        return page;
    }
}
