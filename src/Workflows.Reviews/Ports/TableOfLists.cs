namespace Workflows.Reviews.Ports;

/// <summary>Makes a table out of lists, for an index that cannot sort: all that they hold is read, at most so many.</summary>
internal static class TableOfLists
{
    private const int Page = 200;

    public static async Task<SummaryTable> ReadAsync(IReviewIndex index, TableQuery query, CancellationToken stop)
    {
        // The register of a duty has no end from which anything may fall; what it holds is few beside all reviews.
        var most = query.WithDutyToPublish ? int.MaxValue : TableQuery.MaximumTake;
        var found = (await AllAsync(index, query.Lists, item => Fits(item, query), most, stop)).Values;
        return new SummaryTable([.. Sort(found, query.Order).Skip(query.Skip).Take(query.Take)], found.Count);
    }

    public static async Task<IReadOnlyList<ProcessTimes>> TimesAsync(IReviewIndex index, IReadOnlyList<ReviewQuery> lists, CancellationToken stop) =>
        [.. (await AllAsync(index, lists, item => item.Times.Count > 0, TableQuery.MaximumTake, stop)).Values
            .SelectMany(item => item.Times.Select(times => (item.Process, times)))
            .GroupBy(pair => (pair.Process, pair.times.Stage))
            .Select(group => new ProcessTimes(
                group.Key.Process, group.Key.Stage, group.Sum(pair => pair.times.InTime), group.Sum(pair => pair.times.Late)))];

    private static bool Fits(ReviewSummary item, TableQuery query) =>
        query.Words.All(word => item.Reference.Contains(word, StringComparison.OrdinalIgnoreCase))
        && (query.LateOrEscalatedOn is not { } day || item.NextDueOn < day || item.Escalations > 0)
        && (!query.WithDutyToPublish || item.Publishing is not null)
        && (query.LateToPublishOn is not { } today || item.Publishing?.IsLate(today) == true);

    private static async Task<Dictionary<ReviewId, ReviewSummary>> AllAsync(
        IReviewIndex index, IReadOnlyList<ReviewQuery> lists, Func<ReviewSummary, bool> fits, int most, CancellationToken stop)
    {
        var found = new Dictionary<ReviewId, ReviewSummary>();
        foreach (var list in lists)
        {
            var asked = list with { Cursor = null, Limit = Page };
            do
            {
                var page = await index.ListAsync(asked, stop);
                foreach (var summary in page.Items.Where(fits))
                {
                    found.TryAdd(summary.Id, summary);
                }

                asked = asked with { Cursor = page.Next };
            }
            while (asked.Cursor is not null && found.Count < most);
        }

        return found;
    }

    private static IEnumerable<ReviewSummary> Sort(IEnumerable<ReviewSummary> found, TableOrder order) => order switch
    {
        TableOrder.Opened => found.OrderByDescending(item => item.OpenedAt),
        TableOrder.Changed => found.OrderByDescending(item => item.ChangedAt),
        TableOrder.Reference => found.OrderBy(item => item.Reference, StringComparer.OrdinalIgnoreCase),
        TableOrder.Publishing => found.OrderByDescending(item => item.Publishing?.IsOwed == true)
            .ThenBy(item => item.Publishing is { IsOwed: true, DueOn: { } due } ? due : DateOnly.MaxValue)
            .ThenByDescending(item => item.Publishing?.DueOn ?? DateOnly.MinValue).ThenByDescending(item => item.OpenedAt)
            .ThenBy(item => item.Id.Value, StringComparer.Ordinal),
        _ => found.OrderBy(item => item.NextDueOn ?? DateOnly.MaxValue).ThenByDescending(item => item.OpenedAt),
    };
}
