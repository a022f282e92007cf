using Workflows.Sqlite;

namespace Workflows.Local.Clock;

/// <summary>Sees that the clock resumes no earlier than it stopped.</summary>
internal sealed class ClockKeeper(MovableClock clock, SqliteNotes notes, TimeProvider real)
{
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

    /// <summary>Keeps where the clock stands.</summary>
    /// <param name="stop">Ends the wait.</param>
    public Task SaveAsync(CancellationToken stop) => new ClockNote(clock.Offset, clock.GetUtcNow()).SaveAsync(notes, stop);

    /// <summary>Keeps where the clock is about to stand.</summary>
    /// <param name="target">The instant that it is being moved to.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task SaveAsync(DateTimeOffset target, CancellationToken stop) =>
        new ClockNote(target - real.GetUtcNow(), target).SaveAsync(notes, stop);
}
