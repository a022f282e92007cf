using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Reviewers;

/// <summary>Forecasts from the open reviews when those that wait for reviewers can begin.</summary>
public sealed class ReviewerPlanner(Workload workload, DirectorySource directory)
{
    /// <summary>The forecast from a day on. It looks through all open reviews, at most 5,000.</summary>
    /// <param name="today">The present day, Europe/London.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ReviewerForecast> ForecastAsync(DateOnly today, CancellationToken stop) =>
        ReviewerForecast.Of(directory.Current, await workload.FindAsync(stop), today);
}
