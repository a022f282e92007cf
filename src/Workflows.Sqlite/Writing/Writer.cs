using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Writing;

/// <summary>
/// Writes, one transaction at a time. A thread of its own takes whatever waits, does all of it in one transaction, commits
/// once, and then answers each: many share the cost of one flush to the disk. A write that comes when nothing else is under
/// way is done at once where it comes from, so that it waits for nobody, not even for that thread to awake.
/// </summary>
internal sealed partial class Writer : IAsyncDisposable
{
    /// <summary>Most writes that share a commit.</summary>
    private const int BatchLimit = 256;

    /// <summary>Pages in the write-ahead log (4 KB each) from which it is folded into the database when nobody waits.</summary>
    private const int IdlePages = 1000;

    /// <summary>Pages in the write-ahead log from which it is folded into the database although somebody waits.</summary>
    private const int BusyPages = 4000;

    private readonly Connection _db;
    private readonly WriteQueue _queue = new();
    private readonly Lock _turn = new();
    private readonly List<Write> _alone = new(1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _pages;

    /// <summary>Begins to write.</summary>
    /// <param name="db">The connection for writing, which belongs to this writer from here on.</param>
    public Writer(Connection db)
    {
        _db = db;
        new Thread(Work) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    /// <summary>Writes, and answers when what was written is durable.</summary>
    /// <exception cref="StoreFailedException">Nothing was written.</exception>
    public async Task<T> WriteAsync<T>(Func<Connection, T> perform, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var write = new Write<T>(perform, stop);
        if (!TryAlone(write))
        {
            await _queue.AddAsync(write, stop);
        }

        return await (stop.CanBeCanceled ? write.Answer.WaitAsync(stop) : write.Answer);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task;
        _queue.Dispose();
    }

    private void Work()
    {
        var batch = new List<Write>(BatchLimit);
        while (_queue.WaitForSome())
        {
            lock (_turn)
            {
                // Taken when it is their turn, not before: all that came meanwhile go together.
                _queue.Take(batch, BatchLimit);
                Commit(batch);
                FoldLog();
            }

            batch.Clear();
        }

        lock (_turn)
        {
            _db.Dispose();
        }

        _ended.SetResult();
    }

    private bool TryAlone(Write write)
    {
        // When the log is due for folding, the thread gets this write, to do that after it.
        if (_pages >= IdlePages || !_queue.IsIdle || !_turn.TryEnter())
        {
            return false;
        }

        try
        {
            if (!_queue.IsIdle)
            {
                return false;
            }

            _alone.Add(write);
            Commit(_alone);
            _alone.Clear();
            _pages += _db.TakePagesWritten();
            return true;
        }
        finally
        {
            _turn.Exit();
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            _db.Kept("BEGIN IMMEDIATE").Run();
            foreach (var write in batch)
            {
                write.Perform(_db);
            }

            _db.Kept("COMMIT").Run();
        }
        catch (Exception fault)
        {
            // All share the transaction, so all share its failure, whatever it was; the thread itself goes on.
            RollBack();
            batch.ForEach(write => write.Fail(fault));
            return;
        }

        foreach (var write in batch)
        {
            write.Succeed();
        }
    }

    private void RollBack()
    {
        try
        {
            if (_db.InTransaction)
            {
                _db.Execute("ROLLBACK");
            }
        }
        catch (StoreFailedException)
        {
            // SQLite has rolled back by itself where it could not be told to; the next BEGIN shows whether it works again.
        }
    }
}
