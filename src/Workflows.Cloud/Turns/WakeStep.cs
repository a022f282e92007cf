using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Workflows.Cloud.Telemetry;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Cloud.Turns;

/// <summary>
/// The one activity: wakes a review. It does what is due and sends what is to be sent; each effect is an attempt in the
/// journal before it is made, so doing it again after a crash looks before it repeats. One activity and not one for each
/// effect, since the journal already keeps what an activity's history would keep a second time.
/// </summary>
/// <param name="waker">Wakes reviews.</param>
/// <param name="clock">The engine's clock.</param>
/// <param name="metrics">Counts wakes.</param>
/// <param name="log">Takes what went wrong.</param>
public sealed class WakeStep(ReviewWaker waker, TimeProvider clock, HostMetrics metrics, ILogger<WakeStep> log)
{
    /// <summary>
    /// Longest time that a wake may take. Shorter than the host's limit on an execution, so that a wake that hangs is ended and
    /// tried again, and the host is not restarted for it.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>Wakes a review.</summary>
    /// <param name="review">Its identifier, as the orchestration carries it; one that is none is never due.</param>
    /// <param name="stop">Ends the work when the host stops.</param>
    /// <exception cref="WakeFailedException">It failed; the review is as its journal says, and may be woken again.</exception>
    public async Task<WakeAnswer> RunAsync(string review, CancellationToken stop)
    {
        if (!ReviewId.TryParse(review, out var id))
        {
            return new WakeAnswer(Wait: null);
        }

        using var span = HostTelemetry.Source.StartActivity("wake");
        span?.SetTag("workflows.review", id.Value);
        using var own = OwnWake.Of(id);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        var began = clock.GetTimestamp();
        try
        {
            var next = await waker.WakeAsync(id, limit.Token);
            metrics.Woken("done", clock.GetElapsedTime(began));
            return new WakeAnswer(next - clock.GetUtcNow());
        }
        catch (Exception problem)
        {
            metrics.Woken("failed", clock.GetElapsedTime(began));
            span?.SetStatus(ActivityStatusCode.Error, problem.GetType().Name);
            HostLog.WakeFailed(log, id, problem);

            // What the orchestration's history keeps says nothing of the case.
            throw new WakeFailedException(id, problem.GetType().Name);
        }
    }
}

/// <summary>A wake failed, and may be tried again. Why is in the log.</summary>
/// <param name="review">The review.</param>
/// <param name="kind">Kind of the problem.</param>
public sealed class WakeFailedException(ReviewId review, string kind)
    : Exception($"Review {review} could not be woken: {kind}. The log says why.");
