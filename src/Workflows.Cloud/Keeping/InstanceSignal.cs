using Microsoft.Extensions.Logging;
using Workflows.Cloud.Telemetry;
using Workflows.Cloud.Turns;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Keeping;

/// <summary>
/// Tells a review's orchestration that the review has changed. The command that changed it stands already: a telling that
/// fails or takes too long is logged and left, and the watchdog finds the review when its wake is late.
/// </summary>
/// <param name="keeper">Sees to orchestrations.</param>
/// <param name="clock">Bounds the time.</param>
/// <param name="metrics">Counts tellings that failed.</param>
/// <param name="log">Takes them.</param>
internal sealed class InstanceSignal(
    InstanceKeeper keeper, TimeProvider clock, HostMetrics metrics, ILogger<InstanceSignal> log) : IWakeSignal
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop)
    {
        if (OwnWake.IsOf(review))
        {
            return;
        }

        // Not ended by the caller's going away: what was commanded is done, and is to be told.
        using var limit = new CancellationTokenSource(Longest, clock);
        try
        {
            await keeper.SeeToAsync(review, startable: nextWake is not null, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception problem)
        {
            metrics.NotTold();
            HostLog.NotTold(log, review, problem);
        }
    }
}
