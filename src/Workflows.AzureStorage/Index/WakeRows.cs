using System.Runtime.CompilerServices;
using Workflows.AzureStorage.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// Finds due wakes: one listing, and nothing more where none is due. A wake counts where its review's row names it, or where the
/// row has fallen behind the journal that the wake was put ahead of: then the wake will mend it.
/// </summary>
internal sealed class WakeRows(IndexBlobs blobs, SummaryRows rows, JournalReader journals, JournalHeads heads, StoragePace pace)
{
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

        var position = row?.Summary.Position ?? 0;
        var behind = wake.Position > position && await EndAsync(wake.Review, stop) > position;
        if (!behind && age > pace.LeftoverAge)
        {
            await blobs.DeleteAsync(wake.ToString(), stop);
        }

        return behind;
    }

    private async Task<long> EndAsync(ReviewId review, CancellationToken stop)
    {
        var (_, head) = await journals.ReadAsync(review, heads.Find(review) ?? JournalHead.Nothing, stop);
        return head.Sequence;
    }
}
