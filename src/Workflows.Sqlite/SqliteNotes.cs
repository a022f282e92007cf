using Workflows.Sqlite.Reading;
using Workflows.Sqlite.Writing;

namespace Workflows.Sqlite;

/// <summary>What a host must remember of itself over a restart, such as where its clock stood: a few named texts.</summary>
public sealed class SqliteNotes
{
    /// <summary>Most characters of a name.</summary>
    public const int MaximumName = 200;

    /// <summary>Most characters of a text: 65,536.</summary>
    public const int MaximumText = 64 * 1024;

    private readonly Writer _writer;
    private readonly ReaderPool _readers;

    /// <summary>The notes of a store.</summary>
    /// <param name="store">The store.</param>
    public SqliteNotes(SqliteStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        (_writer, _readers) = (store.Writer, store.Readers);
    }

    /// <summary>The text under a name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<string?> FindAsync(string name, CancellationToken stop) =>
        _readers.ReadAsync(
            db =>
            {
                using var row = db.Kept("SELECT value FROM note WHERE name = ?1");
                return row.Bind(1, name).Step() ? row.Text(0) : null;
            },
            stop);

    /// <summary>Keeps a text under a name, in place of what was there; it is durable when the answer comes.</summary>
    /// <param name="name">The name, 1 to <see cref="MaximumName"/> characters.</param>
    /// <param name="text">The text, at most <see cref="MaximumText"/> characters.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task SaveAsync(string name, string text, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaximumName, nameof(name));
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaximumText, nameof(text));
        await _writer.WriteAsync(
            db =>
            {
                db.Kept("INSERT INTO note (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2")
                    .Bind(1, name).Bind(2, text).Run();
                return true;
            },
            stop);
    }
}
