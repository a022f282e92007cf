using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;
using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>
/// Private papers as rows. A paper is destroyed where it stands: its bytes are overwritten with zeros of the same length, so that
/// SQLite changes the page in place, and the empty row stays. Deleting rows would let SQLite move other rows between pages, and it
/// clears what it leaves behind on a page only where that was freed, not where it was copied from. Then the write-ahead log, which
/// holds earlier forms of the page, is emptied.
/// </summary>
internal sealed class SqlitePrivatePapers(Writer writer, ReaderPool readers) : IPrivatePapers
{
    /// <inheritdoc/>
    public Task PutAsync(ReviewId review, string name, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        PrivatePaper.ThrowIfMalformed(name, bytes.Length);
        var paper = new PrivatePaper(name, bytes);
        return writer.WriteAsync(
            db =>
            {
                Overwrite(db, review, name);
                Insert(db, review, paper);
                return true;
            },
            stop);
    }

    /// <inheritdoc/>
    public Task<byte[]?> FindAsync(ReviewId review, string name, CancellationToken stop) =>
        readers.ReadAsync(db => Find(db, review, name), stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> NamesAsync(ReviewId review, CancellationToken stop) => readers.ReadAsync<IReadOnlyList<string>>(
        db =>
        {
            var names = new List<string>();
            using var rows = db.Kept("SELECT name FROM paper WHERE review = ?1 AND live = 1 ORDER BY name");
            rows.Bind(1, StoredForm.Bytes(review));
            while (rows.Step())
            {
                names.Add(rows.Text(0));
            }

            return names;
        },
        stop);

    /// <inheritdoc/>
    public async Task DestroyAsync(ReviewId review, string name, CancellationToken stop)
    {
        PrivatePaper.ThrowIfMalformed(name, bytes: 0);
        await writer.WriteAsync(db => Overwrite(db, review, name), stop);
        await writer.EmptyLogAsync(stop);
    }

    /// <inheritdoc/>
    public async Task DestroyAllAsync(ReviewId review, CancellationToken stop)
    {
        await writer.WriteAsync(db => Overwrite(db, review, name: null), stop);
        await writer.EmptyLogAsync(stop);
    }

    /// <summary>Keeps a paper as part of another write, unless another one has its name; whether it is kept.</summary>
    public static bool PutFirst(Connection db, ReviewId review, PrivatePaper paper)
    {
        if (Find(db, review, paper.Name) is { } there)
        {
            return paper.Bytes.Span.SequenceEqual(there);
        }

        Insert(db, review, paper);
        return true;
    }

    private static byte[]? Find(Connection db, ReviewId review, string name)
    {
        using var row = db.Kept("SELECT bytes FROM paper WHERE review = ?1 AND name = ?2 AND live = 1");
        return row.Bind(1, StoredForm.Bytes(review)).Bind(2, name).Step() ? row.Bytes(0).ToArray() : null;
    }

    private static void Insert(Connection db, ReviewId review, PrivatePaper paper) =>
        db.Kept("INSERT INTO paper (review, name, live, bytes) VALUES (?1, ?2, 1, ?3)")
            .Bind(1, StoredForm.Bytes(review)).Bind(2, paper.Name).Bind(3, paper.Bytes.Span).Run();

    private static bool Overwrite(Connection db, ReviewId review, string? name)
    {
        db.Kept("""
            UPDATE paper SET live = 0, bytes = zeroblob(length(bytes))
            WHERE review = ?1 AND (?2 IS NULL OR name = ?2) AND live = 1
            """).Bind(1, StoredForm.Bytes(review)).Bind(2, name).Run();
        return true;
    }
}
