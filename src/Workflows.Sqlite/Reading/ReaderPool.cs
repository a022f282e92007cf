using System.Collections.Concurrent;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Reading;

/// <summary>
/// Connections for reading. Each read sees what was committed when it began, and neither waits for the writer nor holds it
/// up. Reads are short and mostly from memory, so they run where they are asked for.
/// </summary>
/// <param name="open">Opens a connection.</param>
internal sealed class ReaderPool(Func<Connection> open) : IDisposable
{
    /// <summary>Most reads at once; others wait for their turn.</summary>
    private static readonly int s_most = Math.Clamp(Environment.ProcessorCount, 2, 8);

    private readonly SemaphoreSlim _turns = new(s_most);
    private readonly ConcurrentStack<Connection> _idle = new();
    private volatile bool _closed;

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Func<Connection, T> read, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));
        await _turns.WaitAsync(stop);
        try
        {
            if (!_idle.TryPop(out var db))
            {
                db = open();
            }

            try
            {
                return read(db);
            }
            finally
            {
                _idle.Push(db);
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Waits for the reads under way, and closes.</summary>
    public void Dispose()
    {
        _closed = true;
        for (var turn = 0; turn < s_most; turn++)
        {
            _turns.Wait();
        }

        while (_idle.TryPop(out var db))
        {
            db.Dispose();
        }
    }
}
