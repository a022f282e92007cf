using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>All reviews that anything may still fall due in, page by page: those that are open, and those whose learning is.</summary>
public static class LiveReviews
{
    private const int PageSize = 200;

    /// <summary>Does something with every one of them. One that is opened meanwhile may be left out.</summary>
    /// <param name="index">Knows them.</param>
    /// <param name="atOnce">With how many at once: 1 or more.</param>
    /// <param name="act">What is done; the first that fails ends the walk.</param>
    /// <param name="stop">Ends the walk.</param>
    /// <returns>How many there were.</returns>
    public static async Task<int> EachAsync(
        IReviewIndex index, int atOnce, Func<ReviewId, CancellationToken, Task> act, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(act);
        var count = 0;
        var query = new ReviewQuery { Limit = PageSize };
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop };
        do
        {
            var page = await index.ListAsync(query, stop);
            var live = page.Items.Where(summary => summary.State == "open" || summary.LearningDueOn is not null).ToArray();
            await Parallel.ForEachAsync(live, parallel, async (summary, token) => await act(summary.Id, token));
            count += live.Length;
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);

        return count;
    }
}
