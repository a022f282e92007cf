using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>Lists reviews: each partnership's rows stand newest first; several partnerships' are merged.</summary>
internal sealed class ReviewLists(IndexBlobs blobs, SummaryRows rows)
{
    public async Task<SummaryPage> ListAsync(ReviewQuery query, CancellationToken stop)
    {
        var after = IndexCursor.Reviews.Open(query.Cursor);
        var folders = query.Partnerships?.Distinct(StringComparer.Ordinal).Select(IndexNames.Partition)
            ?? await blobs.FoldersAsync(IndexNames.Rows, stop);
        var streams = folders
            .Select(folder => FilteredAsync(folder, after, query, stop).GetAsyncEnumerator(stop))
            .ToArray();
        try
        {
            return await MergeAsync(streams, query.Limit);
        }
        finally
        {
            foreach (var stream in streams)
            {
                await stream.DisposeAsync();
            }
        }
    }

    /// <summary>Every row there is, whole, in the order of partnerships.</summary>
    public async IAsyncEnumerable<SummaryRow> AllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var (item, _) in blobs.ListAsync(IndexNames.Rows, null, stop))
        {
            if (await RowAsync(item, stop) is { } row)
            {
                yield return row;
            }
        }
    }

    private static async Task<SummaryPage> MergeAsync(IAsyncEnumerator<SummaryRow>[] streams, int limit)
    {
        var heads = new PriorityQueue<IAsyncEnumerator<SummaryRow>, string>(StringComparer.Ordinal);
        var firsts = await Task.WhenAll(streams.Select(stream => stream.MoveNextAsync().AsTask()));
        foreach (var (stream, _) in streams.Zip(firsts).Where(pair => pair.Second))
        {
            heads.Enqueue(stream, IndexNames.KeyOfRow(stream.Current.Name));
        }

        var (items, last) = (new List<ReviewSummary>(), string.Empty);
        while (heads.TryDequeue(out var stream, out var key))
        {
            if (items.Count == limit)
            {
                return new SummaryPage(items, IndexCursor.Reviews.Close(last));
            }

            items.Add(stream.Current.Summary);
            last = key;
            if (await stream.MoveNextAsync())
            {
                heads.Enqueue(stream, IndexNames.KeyOfRow(stream.Current.Name));
            }
        }

        return new SummaryPage(items, null);
    }

    private async IAsyncEnumerable<SummaryRow> FilteredAsync(
        string folder, string after, ReviewQuery query, [EnumeratorCancellation] CancellationToken stop)
    {
        // The first page of everything needs no more rows than it shows; otherwise pages as large as the service gives.
        var filters = query is not { ToldTo: null, Process: null, Stage: null, State: null, OverdueOn: null };
        await foreach (var (item, _) in blobs.ListAsync(folder, filters || after.Length > 0 ? null : query.Limit + 1, stop))
        {
            if (string.CompareOrdinal(IndexNames.KeyOfRow(item.Name), after) > 0
                && await RowAsync(item, stop) is { } row
                && Matches(query, row.Summary))
            {
                yield return row;
            }
        }
    }

    private async Task<SummaryRow?> RowAsync(BlobItem item, CancellationToken stop) =>
        SummaryRow.Of(item) ?? await rows.ReadAsync(item.Name, stop);

    private static bool Matches(ReviewQuery query, ReviewSummary summary) =>
        (query.Partnerships is null || query.Partnerships.Contains(summary.Partnership))
        && (query.ToldTo is null || summary.ToldTo.Contains(query.ToldTo))
        && (query.Process is null || query.Process == summary.Process)
        && (query.Stage is null || query.Stage == summary.Stage)
        && (query.State is null || query.State == summary.State)
        && (query.OverdueOn is null || (summary.State == "open" && summary.NextDueOn < query.OverdueOn));
}
