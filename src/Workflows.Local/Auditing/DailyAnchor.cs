using Workflows.Reviews.Audit;

namespace Workflows.Local.Auditing;

/// <summary>Sees that an anchor is made every day that the program runs, and when it stops.</summary>
internal sealed class DailyAnchor(AnchorKeeper keeper, ILogger<DailyAnchor> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await MakeAsync(() => keeper.MakeDailyAsync(stoppingToken), stoppingToken);
            await Task.Delay(BetweenLooks, TimeProvider.System, stoppingToken);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await MakeAsync(() => keeper.MakeAsync(cancellationToken), cancellationToken);
    }

    private async Task MakeAsync(Func<Task> make, CancellationToken stop)
    {
        try
        {
            await make();
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            HostLog.AnchorFailed(log, problem);
        }
    }
}
