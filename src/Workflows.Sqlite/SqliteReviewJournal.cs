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
                using var rows = db.Kept(
                    "SELECT sequence, line FROM journal WHERE review = ?1 AND sequence > ?2 ORDER BY sequence");
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
        var last = Array.Empty<byte>();
        do
        {
            var from = last;
            var page = await readers.ReadAsync(db => Page(db, from), stop);
            foreach (var id in page)
            {
                yield return StoredForm.Review(id);
            }

            last = page.Count < ListedAtOnce ? null : page[^1];
        }
        while (last is not null);
    }

    private static AppendOutcome Append(Connection db, JournalAppend append, SummaryRow row)
    {
        if (Position(db, row.Review) != append.Expected)
        {
            return AppendOutcome.Stale;
        }

        var insert = db.Kept("INSERT INTO journal (review, sequence, line) VALUES (?1, ?2, ?3)");
        insert.Bind(1, row.Review);
        foreach (var line in append.Lines)
        {
            insert.Bind(2, line.Sequence).Bind(3, line.Utf8.Span).Run();
        }

        IndexRows.Put(db, row);
        return AppendOutcome.Appended;
    }

    private static long Position(Connection db, byte[] review)
    {
        using var last = db.Kept("SELECT sequence FROM journal WHERE review = ?1 ORDER BY sequence DESC LIMIT 1");
        return last.Bind(1, review).Step() ? last.Int64(0) : 0;
    }

    /// <summary>Jumps from review to review in the key, so that no line is read.</summary>
    private static List<byte[]> Page(Connection db, byte[] after)
    {
        var page = new List<byte[]>();
        while (page.Count < ListedAtOnce)
        {
            using var next = db.Kept("SELECT review FROM journal WHERE review > ?1 ORDER BY review LIMIT 1");
            if (!next.Bind(1, page.Count == 0 ? after : page[^1]).Step())
            {
                break;
            }

            page.Add(next.Bytes(0).ToArray());
        }

        return page;
    }
}
