using Workflows.AzureStorage.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>The index as small blobs, all of which can be made again from the journals.</summary>
internal sealed class BlobReviewIndex(
    StorageClients clients,
    SummaryRows rows,
    ReviewLists lists,
    WakeRows wakes,
    PublicationRows publications,
    IndexCounts counts,
    JournalHeads heads) : IReviewIndex
{
    public Task<ReviewSummary?> FindAsync(ReviewId review, CancellationToken stop) =>
        ReadyAsync(async () => (await rows.FindAsync(review, stop))?.Summary, stop);

    public Task<SummaryPage> ListAsync(ReviewQuery query, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > 200)
        {
            throw new ArgumentOutOfRangeException(nameof(query), "A page has 1 to 200 reviews.");
        }

        return ReadyAsync(() => lists.ListAsync(query, stop), stop);
    }

    public Task<IReadOnlyList<ReviewWake>> DueAsync(DateTimeOffset until, int limit, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return ReadyAsync(
            async () =>
            {
                var due = new List<ReviewWake>();
                await foreach (var wake in wakes.UntilAsync(until, limit, stop))
                {
                    due.Add(new ReviewWake(wake.Review, wake.At));
                    if (due.Count == limit)
                    {
                        break;
                    }
                }

                return (IReadOnlyList<ReviewWake>)due;
            },
            stop);
    }

    public Task PutAsync(ReviewSummary summary, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var mark = heads.Find(summary.Id) is { } head && head.Sequence == summary.Position ? head.Mark : null;
        return ReadyAsync(
            async () =>
            {
                await rows.WriteAsync(summary, mark, ahead: null, stop);
                return true;
            },
            stop);
    }

    public Task<PublicationPage> PublicationsAsync(string? cursor, CancellationToken stop) =>
        ReadyAsync(() => publications.ListAsync(cursor, stop), stop);

    public Task<Publication?> FindPublicationAsync(string publication, CancellationToken stop) =>
        ReadyAsync(() => publications.FindAsync(publication, stop), stop);

    public Task<IndexFigures> FiguresAsync(DateTimeOffset now, CancellationToken stop) => ReadyAsync(
        async () =>
        {
            var figures = await counts.GetAsync(() => lists.AllAsync(stop), stop);
            DateTimeOffset? first = null;
            await foreach (var wake in wakes.UntilAsync(DateTimeOffset.MaxValue, 1, stop))
            {
                first = wake.At;
                break;
            }

            return new IndexFigures(figures.Open, figures.All, figures.Letters, first <= now ? first : null, first);
        },
        stop);

    private Task<T> ReadyAsync<T>(Func<Task<T>> work, CancellationToken stop) => StorageFault.GuardAsync(
        async () =>
        {
            await clients.ReadyAsync(stop);
            return await work();
        },
        stop);
}
