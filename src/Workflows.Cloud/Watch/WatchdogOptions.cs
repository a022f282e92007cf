namespace Workflows.Cloud.Watch;

/// <summary>When the watchdog steps in.</summary>
/// <param name="LateAfter">How late a wake must be before it looks: 1 minute to 1 hour.</param>
/// <param name="StuckAfter">
/// How late a wake must be, with its orchestration in one turn for as long, before the orchestration is ended and started
/// anew: longer than <paramref name="LateAfter"/>, to 1 day.
/// </param>
internal sealed record WatchdogOptions(TimeSpan LateAfter, TimeSpan StuckAfter)
{
    /// <summary>What holds where nothing else is set: 3 minutes and 1 hour.</summary>
    public static readonly WatchdogOptions Usual = new(TimeSpan.FromMinutes(3), TimeSpan.FromHours(1));
}
