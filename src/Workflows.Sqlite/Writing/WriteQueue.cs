namespace Workflows.Sqlite.Writing;

/// <summary>
/// Where writes wait for the one thread that writes. A monitor, not a channel: that thread sleeps on the lock itself and is
/// awake the moment something comes, without a detour over the thread pool.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    /// <summary>Most writes waiting; whoever brings another one waits outside.</summary>
    public const int Capacity = 4096;

    private readonly Queue<Write> _waiting = new(Capacity);
    private readonly SemaphoreSlim _room = new(Capacity);
    private bool _closed;

    /// <summary>Puts a write in, when there is room.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public ValueTask AddAsync(Write write, CancellationToken stop)
    {
        if (!_room.Wait(0, CancellationToken.None))
        {
            return AddWhenRoomAsync(write, stop);
        }

        Add(write);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sleeps until something waits; false when nothing does and nothing will.</summary>
    public bool WaitForSome()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed)
            {
                Monitor.Wait(_waiting);
            }

            return _waiting.Count > 0;
        }
    }

    /// <summary>Moves what waits to an empty list, up to <paramref name="most"/> writes.</summary>
    public void Take(List<Write> batch, int most)
    {
        lock (_waiting)
        {
            while (batch.Count < most && _waiting.TryDequeue(out var write))
            {
                batch.Add(write);
            }
        }

        _room.Release(batch.Count);
    }

    /// <summary>Whether nothing waits, and more may come.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_waiting)
            {
                return _waiting.Count == 0 && !_closed;
            }
        }
    }

    /// <summary>Takes no more; what is in is still written.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    private async ValueTask AddWhenRoomAsync(Write write, CancellationToken stop)
    {
        await _room.WaitAsync(stop);
        Add(write);
    }

    private void Add(Write write)
    {
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));
            _waiting.Enqueue(write);
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_waiting);
            }
        }
    }
}
