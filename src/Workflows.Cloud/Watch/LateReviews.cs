using Microsoft.Extensions.Logging;
using Workflows.Cloud.Keeping;
using Workflows.Cloud.Telemetry;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Finds reviews whose wake is late, and sees to their orchestrations: one that is running is told; one that completed, failed,
/// was terminated, purged or never began is started; one that stands in one turn for long is ended, and started the next time.
/// </summary>
/// <param name="index">Knows which wakes have come.</param>
/// <param name="instances">The orchestrations.</param>
/// <param name="keeper">Sees to one of them.</param>
/// <param name="clock">The engine's clock.</param>
/// <param name="options">When a wake is late.</param>
/// <param name="metrics">Counts what was found.</param>
/// <param name="log">Takes it.</param>
internal sealed class LateReviews(
    IReviewIndex index, IReviewInstances instances, InstanceKeeper keeper, TimeProvider clock, WatchdogOptions options,
    HostMetrics metrics, ILogger<LateReviews> log) : IWatchRound
{
    private const int MostInRound = 2_000;
    private const int AtOnce = 8;

    public string Name => "late reviews";

    public async Task MakeAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var late = await index.DueAsync(now - options.LateAfter, MostInRound, stop);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(late, parallel, async (wake, token) =>
        {
            try
            {
                await SeeToAsync(wake.Review, now - wake.At, token);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !token.IsCancellationRequested)
            {
                HostLog.NotSeenTo(log, wake.Review, problem);
            }
        });
    }

    private async Task SeeToAsync(ReviewId review, TimeSpan late, CancellationToken stop)
    {
        var found = await keeper.SeeToAsync(review, startable: true, stop);
        var done = found switch
        {
            Found.Running => "told",
            Found.Suspended => "left suspended: resume it",
            _ => "started",
        };
        if (found == Found.Running && late > options.StuckAfter && await IsStuckAsync(review, stop))
        {
            await instances.EndAsync(review, stop);
            done = "ended, to be started anew";
        }

        metrics.Late(Word(found));
        HostLog.Late(log, review, (long)late.TotalSeconds, Word(found), done);
    }

    // One that keeps failing takes a new turn every ten minutes; one whose wake was lost in the engine stands in its turn for good.
    private async Task<bool> IsStuckAsync(ReviewId review, CancellationToken stop) =>
        await instances.FindAsync(review, stop) is { State: InstanceState.Running } standing
        && TimeProvider.System.GetUtcNow() - standing.TurnBeganAt > options.StuckAfter;

    private static string Word(Found found) => found.ToString().ToLowerInvariant();
}
