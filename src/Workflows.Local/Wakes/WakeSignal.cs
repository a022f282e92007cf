using Workflows.Reviews.Ports;

namespace Workflows.Local.Wakes;

/// <summary>
/// Tells the keeper of the clocks that something may be due sooner than it knew. Many tellings are one: it holds no queue, and
/// a review whose wake is later than the one waited for tells nothing.
/// </summary>
internal sealed class WakeSignal : IWakeSignal, IDisposable
{
    private readonly SemaphoreSlim _sooner = new(0, 1);

    // Due at once: what fell due while the program was down is done first.
    private long _next;
    private bool _changed;

    /// <summary>The earliest instant that is waited for, as far as is known.</summary>
    public DateTimeOffset Next => new(Math.Min(Interlocked.Read(ref _next), DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <inheritdoc/>
    public ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop)
    {
        Volatile.Write(ref _changed, true);
        if (nextWake is { } at && Lower(at.UtcTicks))
        {
            Ring();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Whether anything has changed since this was last asked.</summary>
    public bool TakeChanged() => Interlocked.Exchange(ref _changed, false);

    /// <summary>Forgets what is waited for, before the index is asked: what changes meanwhile tells again.</summary>
    public void Clear() => Interlocked.Exchange(ref _next, long.MaxValue);

    /// <summary>Takes in what the index knows.</summary>
    /// <param name="at">The earliest wake in the index.</param>
    public void Expect(DateTimeOffset at) => Lower(at.UtcTicks);

    /// <summary>Waits until something is told, or a while has passed.</summary>
    /// <param name="longest">Longest wait, in real time.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken stop) => _sooner.WaitAsync(longest, stop);

    /// <inheritdoc/>
    public void Dispose() => _sooner.Dispose();

    private bool Lower(long ticks)
    {
        var known = Interlocked.Read(ref _next);
        while (ticks < known)
        {
            var seen = Interlocked.CompareExchange(ref _next, ticks, known);
            if (seen == known)
            {
                return true;
            }

            known = seen;
        }

        return false;
    }

    private void Ring()
    {
        try
        {
            _sooner.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is ringing already.
        }
    }
}
