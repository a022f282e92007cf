using Microsoft.Extensions.Logging;
using Workflows.Cloud.Telemetry;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Watch;

/// <summary>Takes the figures over all reviews, for metrics and for the log that alerts read.</summary>
/// <param name="index">Knows them.</param>
/// <param name="clock">The engine's clock.</param>
/// <param name="metrics">Takes them.</param>
/// <param name="log">Takes them too.</param>
internal sealed class FiguresRound(IReviewIndex index, TimeProvider clock, HostMetrics metrics, ILogger<FiguresRound> log)
    : IWatchRound
{
    public string Name => "figures";

    public async Task MakeAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var figures = await index.FiguresAsync(now, stop);
        var lateness = figures.LatestWake is { } at ? (long)(now - at).TotalSeconds : 0;
        metrics.Take(figures, lateness);
        HostLog.Figures(log, figures.Open, lateness, figures.LettersInTrouble);
    }
}
