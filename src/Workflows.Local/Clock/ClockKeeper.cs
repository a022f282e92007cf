using Workflows.Sqlite;

namespace Workflows.Local.Clock;

/// <summary>Sees that the clock resumes no earlier than it stopped.</summary>
internal sealed class ClockKeeper(MovableClock clock, SqliteNotes notes, TimeProvider real) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sets the clock to where it starts, and keeps that.</summary>
    /// <param name="asked">The instant asked for, or null.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>What to tell the person who asked for another start, or null.</returns>
    public async Task<string?> StartAsync(DateTimeOffset? asked, CancellationToken stop)
    {
        var start = ClockStart.From(asked, await ClockNote.FindAsync(notes, stop), real.GetUtcNow());
        clock.Start(start.Offset, start.NotBefore);
        await SaveAsync(stop);
        return start.Note;
    }

    /// <summary>
    /// Keeps where the clock stands. While it is being moved nothing is written: its target is kept already, and what it shows on the way
    /// is earlier.
    /// </summary>
    /// <param name="stop">Ends the wait.</param>
    public async Task SaveAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (!clock.IsHeld)
            {
                await new ClockNote(clock.Offset, clock.GetUtcNow()).SaveAsync(notes, stop);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps where the clock, which is held, is about to stand.</summary>
    /// <param name="target">The instant that it is being moved to.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task SaveAsync(DateTimeOffset target, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await new ClockNote(target - real.GetUtcNow(), target).SaveAsync(notes, stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
