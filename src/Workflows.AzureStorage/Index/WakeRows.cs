using System.Runtime.CompilerServices;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// Finds due wakes: one listing, and nothing more where none is due. A wake counts where its review's row names it, or where it
/// was set for a later position than the row's: then the row has fallen behind its journal, and the wake will mend it.
/// </summary>
internal sealed class WakeRows(IndexBlobs blobs, SummaryRows rows)
{
    /// <summary>Longer than any write can be under way; a wake that no row names by then is a crash's leftover.</summary>
    private static readonly TimeSpan s_leftover = TimeSpan.FromHours(1);

    private const int AtOnce = 64;

    /// <summary>The wakes that count, the earliest first, up to an instant.</summary>
    public async IAsyncEnumerable<WakeName> UntilAsync(
        DateTimeOffset until, int expected, [EnumeratorCancellation] CancellationToken stop)
    {
        var seen = new HashSet<ReviewId>();
        await foreach (var batch in BatchesAsync(until, expected, stop))
        {
            var counts = await Task.WhenAll(batch.Select(wake => CountsAsync(wake.Name, wake.Age, stop)));
            foreach (var (wake, _) in batch.Zip(counts).Where(pair => pair.Second))
            {
                if (seen.Add(wake.Name.Review))
                {
                    yield return wake.Name;
                }
            }
        }
    }

    /// <summary>Looks at every wake, and so removes all leftovers.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        await foreach (var _ in UntilAsync(DateTimeOffset.MaxValue, 5000, stop))
        {
            // Looking is all there is to do.
        }
    }

    private async IAsyncEnumerable<List<(WakeName Name, TimeSpan Age)>> BatchesAsync(
        DateTimeOffset until, int expected, [EnumeratorCancellation] CancellationToken stop)
    {
        var batch = new List<(WakeName Name, TimeSpan Age)>();
        await foreach (var (item, now) in blobs.ListAsync(IndexNames.Wakes, Math.Min(expected + 1, 5000), stop))
        {
            if (WakeName.Parse(item.Name) is not { } wake)
            {
                continue;
            }

            if (wake.At > until)
            {
                break;
            }

            batch.Add((wake, now - (item.Properties.LastModified ?? now)));
            if (batch.Count == Math.Min(AtOnce, expected))
            {
                yield return batch;
                batch = [];
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task<bool> CountsAsync(WakeName wake, TimeSpan age, CancellationToken stop)
    {
        var row = await rows.FindAsync(wake.Review, stop);
        if (row?.Wake == wake)
        {
            return true;
        }

        var behind = row is null || row.Summary.Position < wake.Position;
        if (!behind && age > s_leftover)
        {
            await blobs.DeleteAsync(wake.ToString(), stop);
        }

        return behind;
    }
}
