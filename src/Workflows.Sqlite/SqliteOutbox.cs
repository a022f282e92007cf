using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>
/// Where letters go on a machine that sends none: each is kept, once, in the order of arrival. A letter whose key is there
/// already counts as sent, and nothing is added.
/// </summary>
public sealed class SqliteOutbox : IMailSender
{
    /// <summary>Most letters on a page.</summary>
    public const int MaximumPage = 1000;

    private readonly Writer _writer;
    private readonly ReaderPool _readers;
    private readonly TimeProvider _clock;

    /// <summary>The outbox of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">Tells when a letter was sent.</param>
    public SqliteOutbox(SqliteStore store, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        (_writer, _readers, _clock) = (store.Writer, store.Readers, clock);
    }

    /// <inheritdoc/>
    public async Task<MailResult> SendAsync(OutgoingLetter letter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (letter.To.Count == 0)
        {
            return new MailResult.Refused("The letter has no address.");
        }

        try
        {
            var sent = _clock.GetUtcNow().UtcTicks;
            var id = await _writer.WriteAsync(db => Keep(db, letter, sent), stop);
            return new MailResult.Sent($"outbox-{id}");
        }
        catch (StoreFailedException)
        {
            return new MailResult.NotYet("The outbox could not be written.", RetryAfter: null);
        }
    }

    /// <summary>Letters after one, in the order in which they were sent.</summary>
    /// <param name="after">Identifier of the last letter already known; 0 for all.</param>
    /// <param name="limit">Most letters to answer with, 1 to <see cref="MaximumPage"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<IReadOnlyList<OutboxLetter>> ReadAsync(long after, int limit, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaximumPage);
        return _readers.ReadAsync<IReadOnlyList<OutboxLetter>>(
            db =>
            {
                var letters = new List<OutboxLetter>();
                using var rows = db.Kept("""
                    SELECT id, key, review, kind, recipients, subject, text, html, calendar, sent FROM outbox
                    WHERE id > ?1 ORDER BY id LIMIT ?2
                    """);
                rows.Bind(1, after).Bind(2, limit);
                while (rows.Step())
                {
                    letters.Add(Letter(rows));
                }

                return letters;
            },
            stop);
    }

    private static long Keep(Connection db, OutgoingLetter letter, long sent)
    {
        using (var find = db.Kept("SELECT id FROM outbox WHERE key = ?1"))
        {
            if (find.Bind(1, letter.Key).Step())
            {
                return find.Int64(0);
            }
        }

        db.Kept("""
            INSERT INTO outbox (key, review, kind, recipients, subject, text, html, calendar, sent)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
            .Bind(1, letter.Key)
            .Bind(2, StoredForm.Bytes(letter.Review))
            .Bind(3, letter.Kind)
            .Bind(4, JsonSerializer.Serialize(letter.To, StoredForm.Context.IReadOnlyListString))
            .Bind(5, letter.Subject)
            .Bind(6, letter.Text)
            .Bind(7, letter.Html)
            .Bind(8, letter.Calendar)
            .Bind(9, sent)
            .Run();
        return db.LastRow;
    }

    private static OutboxLetter Letter(Statement row) => new()
    {
        Id = row.Int64(0),
        Key = row.Text(1),
        Review = StoredForm.Review(row.Bytes(2)),
        Kind = row.Text(3),
        To = JsonSerializer.Deserialize(row.Text(4), StoredForm.Context.IReadOnlyListString)!,
        Subject = row.Text(5),
        Text = row.Text(6),
        Html = row.Text(7),
        Calendar = row.IsNull(8) ? null : row.Text(8),
        SentAt = new DateTimeOffset(row.Int64(9), TimeSpan.Zero),
    };
}
