using Workflows.Local.Clock;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Local.Wakes;

/// <summary>Does what is due, as time runs and as the clock is moved; one at a time.</summary>
internal sealed class DueWork(WakeRound round, IReviewIndex index, MovableClock clock, WakeSignal signal, ClockKeeper keeper)
    : IDisposable
{
    private const int MostAsked = 10_000;

    // The clock runs on while its reader decides: an instant that was the next wake a moment ago is no way back.
    private static readonly TimeSpan JustPast = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Does all that is due now, and learns when there is more to do.</summary>
    /// <param name="stop">Ends the work; what is left is found again.</param>
    public async Task DoAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await round.RunAsync(stop);
            await ExpectNextAsync(stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Moves the clock forward, from one wake to the next and at last to the target, doing at each what then falls due.
    /// Answers when it is done.
    /// </summary>
    /// <param name="target">Where to, from where the clock stands when it is this move's turn.</param>
    /// <param name="stop">Ends the move where it then stands.</param>
    /// <returns>Where the clock stands; null where the target had passed, and nothing was moved.</returns>
    public async Task<DateTimeOffset?> MoveAsync(Func<DateTimeOffset, DateTimeOffset> target, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        clock.Hold();
        try
        {
            var now = clock.GetUtcNow();
            var to = target(now);
            if (to < now)
            {
                if (now - to > JustPast)
                {
                    return null;
                }

                to = now;
            }

            // Whatever happens on the way, the program never again starts earlier than entries that it has written.
            await keeper.SaveAsync(to, stop);
            await round.RunAsync(stop);
            while (await NextAsync(clock.GetUtcNow(), stop) is { } next && next <= to)
            {
                clock.StepTo(next);
                await round.RunAsync(stop);
            }

            clock.StepTo(to);
            await round.RunAsync(stop);
            await ExpectNextAsync(stop);
            return to;
        }
        finally
        {
            clock.Release();
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task ExpectNextAsync(CancellationToken stop)
    {
        signal.Clear();
        var next = await NextAsync(clock.GetUtcNow(), stop);
        var retry = round.Stuck.Min(stuck => (DateTimeOffset?)stuck.RetryAt);
        signal.Expect(next < retry || retry is null ? next ?? DateTimeOffset.MaxValue : retry.Value);
    }

    // What is due already and still there could not be done: it is tried again in its own time.
    private async Task<DateTimeOffset?> NextAsync(DateTimeOffset now, CancellationToken stop)
    {
        var asked = Math.Min(1 + round.Stuck.Count, MostAsked);
        var wakes = await index.DueAsync(DateTimeOffset.MaxValue, asked, stop);
        return wakes.Where(wake => wake.At > now).Select(wake => (DateTimeOffset?)wake.At).Min();
    }
}
