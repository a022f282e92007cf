using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// Wakes every review that is due. One that cannot be woken is set aside for a while and shows as stuck; the rest go on.
/// </summary>
public sealed class WakeRound(ReviewWaker waker, IReviewIndex index, TimeProvider clock, ILogger<WakeRound> log)
{
    private const int MostAtOnce = 512;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<ReviewId, StuckReview> _stuck = [];

    /// <summary>Reviews that could not be woken when last tried.</summary>
    public IReadOnlyCollection<StuckReview> Stuck => [.. _stuck.Values];

    /// <summary>Wakes all that is due, until nothing is (but what is stuck).</summary>
    /// <param name="stop">Ends the round; what is left is found by the next.</param>
    /// <returns>How many wakes were done.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var done = 0;
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await index.DueAsync(now, Math.Min(MostAtOnce + _stuck.Count, 10_000), stop);
            var ready = due.Where(wake => !_stuck.TryGetValue(wake.Review, out var stuck) || stuck.RetryAt <= now).ToArray();
            if (ready.Length == 0)
            {
                return done;
            }

            var parallel = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = stop };
            await Parallel.ForEachAsync(ready, parallel, async (wake, token) => await WakeAsync(wake.Review, now, token));
            done += ready.Length;
        }
    }

    private async Task WakeAsync(ReviewId review, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            var next = await waker.WakeAsync(review, stop);
            if (next <= now)
            {
                throw new InvalidOperationException("Something stays due although all that could be done was done.");
            }

            _stuck.TryRemove(review, out _);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            var tries = (_stuck.TryGetValue(review, out var before) ? before.Tries : 0) + 1;
            var pause = TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(tries - 1, 10), LongestPause.Ticks));
            var stuck = new StuckReview(review, now + pause, tries, problem.Message);
            _stuck[review] = stuck;
            DeskLog.Stuck(log, review, stuck.RetryAt, problem);
        }
    }
}

/// <summary>A review that could not be woken.</summary>
/// <param name="Review">The review.</param>
/// <param name="RetryAt">When it is tried again.</param>
/// <param name="Tries">How often it failed in a row.</param>
/// <param name="Problem">What went wrong.</param>
public sealed record StuckReview(ReviewId Review, DateTimeOffset RetryAt, int Tries, string Problem);
