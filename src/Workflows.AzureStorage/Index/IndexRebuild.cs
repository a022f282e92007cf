using System.Collections.Concurrent;
using Workflows.AzureStorage.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// Mends the index from the journals, or makes it again whole, while the program runs. Each row notes how long its journal was; a
/// listing of the journals shows their present lengths, 5,000 a call, so that finding what fell behind costs next to nothing.
/// </summary>
public sealed class IndexRebuild
{
    private const int AtOnce = 8;

    private readonly StorageClients _clients;
    private readonly JournalReader _reader;
    private readonly SummaryRows _rows;
    private readonly ReviewLists _lists;
    private readonly WakeRows _wakes;

    internal IndexRebuild(StorageClients clients, JournalReader reader, SummaryRows rows, ReviewLists lists, WakeRows wakes) =>
        (_clients, _reader, _rows, _lists, _wakes) = (clients, reader, rows, lists, wakes);

    /// <summary>
    /// Writes the rows that are missing or have fallen behind their journals (or, <paramref name="everything"/>, all of them), and
    /// removes rows of reviews that have no journal. Newer writes by others meanwhile are left alone.
    /// </summary>
    /// <param name="summarise">The summary of a review from all its lines.</param>
    /// <param name="everything">Whether to write every row again, whatever it notes.</param>
    /// <param name="stop">Ends the work; what is done stays done.</param>
    /// <exception cref="StoreUnavailableException">Storage does not serve; begin again later.</exception>
    public Task<IndexRebuilt> RunAsync(
        Func<ReviewId, IReadOnlyList<JournalLine>, ReviewSummary> summarise, bool everything, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(summarise);
        return RunAsync((review, lines, _) => Task.FromResult(summarise(review, lines)), everything, stop);
    }

    /// <inheritdoc cref="RunAsync(Func{ReviewId, IReadOnlyList{JournalLine}, ReviewSummary}, bool, CancellationToken)"/>
    public Task<IndexRebuilt> RunAsync(
        Func<ReviewId, IReadOnlyList<JournalLine>, CancellationToken, Task<ReviewSummary>> summarise, bool everything,
        CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(summarise);
        return StorageFault.GuardAsync(
            async () =>
            {
                await _clients.ReadyAsync(stop);

                // Rows first: a review that is opened meanwhile has its journal before its row.
                var rows = await RowsAsync(stop);
                var marks = await MarksAsync(stop);
                var behind = marks.Where(pair => everything || rows.GetValueOrDefault(pair.Key)?.Mark != pair.Value);
                var (written, unreadable) = await WriteAsync(behind.Select(pair => pair.Key), rows, summarise, stop);
                var removed = await RemoveAsync(rows.Values.Where(row => !marks.ContainsKey(row.Summary.Id)), stop);
                if (everything)
                {
                    await _wakes.SweepAsync(stop);
                }

                return new IndexRebuilt(marks.Count, written, removed, unreadable);
            },
            stop);
    }

    private async Task<Dictionary<ReviewId, SummaryRow>> RowsAsync(CancellationToken stop)
    {
        var rows = new Dictionary<ReviewId, SummaryRow>();
        await foreach (var row in _lists.AllAsync(stop))
        {
            rows[row.Summary.Id] = row;
        }

        return rows;
    }

    private async Task<Dictionary<ReviewId, string>> MarksAsync(CancellationToken stop)
    {
        var marks = new Dictionary<ReviewId, string>();
        await foreach (var blob in _clients.Journals.GetBlobsAsync(cancellationToken: stop))
        {
            // Segments come in order, so the last one with bytes in it stands in the end.
            if (blob.Properties.ContentLength is > 0 and { } bytes
                && JournalNames.TryParse(blob.Name, out var review, out var segment))
            {
                marks[review] = JournalHead.MarkOf(segment, bytes);
            }
        }

        return marks;
    }

    private async Task<(int Written, IReadOnlyList<ReviewId> Unreadable)> WriteAsync(
        IEnumerable<ReviewId> reviews,
        Dictionary<ReviewId, SummaryRow> rows,
        Func<ReviewId, IReadOnlyList<JournalLine>, CancellationToken, Task<ReviewSummary>> summarise,
        CancellationToken stop)
    {
        var (written, unreadable) = (0, new ConcurrentBag<ReviewId>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(reviews, options, async (review, ending) =>
        {
            var (lines, head) = await _reader.ReadAsync(review, JournalHead.Nothing, ending);
            ReviewSummary summary;
            try
            {
                summary = await summarise(review, lines, ending);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One journal that cannot be read must not keep the others out of the index.
                unreadable.Add(review);
                return;
            }

            // False: somebody wrote the row after it was listed, and so on a newer journal than this.
            if (await _rows.ReplaceAsync(rows.GetValueOrDefault(review), summary, head.Mark, ahead: null, ending))
            {
                Interlocked.Increment(ref written);
            }
        });
        return (written, [.. unreadable]);
    }

    private async Task<int> RemoveAsync(IEnumerable<SummaryRow> rows, CancellationToken stop)
    {
        var removed = 0;
        foreach (var row in rows)
        {
            await _rows.RemoveAsync(row, stop);
            removed++;
        }

        return removed;
    }
}

/// <summary>What became of mending the index.</summary>
/// <param name="Journals">Journals there are.</param>
/// <param name="Written">Rows written.</param>
/// <param name="Removed">Rows removed, since there is no journal to them.</param>
/// <param name="Unreadable">Reviews whose journal could not be summarised: their rows stay as they are, and a person must look.</param>
public sealed record IndexRebuilt(int Journals, int Written, int Removed, IReadOnlyList<ReviewId> Unreadable);
