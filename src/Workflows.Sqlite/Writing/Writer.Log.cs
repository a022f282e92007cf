using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Writing;

/// <content>When the write-ahead log is folded into the database.</content>
internal sealed partial class Writer
{
    /// <summary>
    /// Folds the whole write-ahead log into the database and empties its file, so that earlier forms of pages are gone. Waits for
    /// reads that are under way.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Somebody read for so long that it could not be emptied.</exception>
    public Task EmptyLogAsync(CancellationToken stop) => Task.Run(
        () =>
        {
            lock (_turn)
            {
                using var checkpoint = _db.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
                if (!checkpoint.Step() || checkpoint.Int64(0) != 0)
                {
                    throw new StoreUnavailableException(
                        "The database's log could not be emptied, since somebody is reading. Try again in a while.", inner: null);
                }

                _pages = 0;
            }
        },
        stop);

    /// <summary>SQLite would do this inside some commit, before the answer; here it is done after the answers.</summary>
    private void FoldLog()
    {
        _pages += _db.TakePagesWritten();
        if (_pages < IdlePages || (_pages < BusyPages && !_queue.IsIdle))
        {
            return;
        }

        try
        {
            _db.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            _pages = 0;
        }
        catch (StoreFailedException)
        {
            // The log stays and nothing is lost; it is tried again after the next commit.
        }
    }
}
