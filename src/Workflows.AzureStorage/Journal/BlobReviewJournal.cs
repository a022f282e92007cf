using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Workflows.AzureStorage.Index;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Journal;

/// <summary>
/// Journals as append blobs. The next wake goes into the index before the append, so that no crash can lose it; the rest of the
/// index follows after the append, and its failure does not undo the command: the journal is the truth, the index is mended.
/// </summary>
internal sealed partial class BlobReviewJournal(
    StorageClients clients,
    JournalReader reader,
    JournalHeads heads,
    SegmentAppender appender,
    SummaryRows rows,
    BlobPrivatePapers papers,
    ILogger<BlobReviewJournal> log) : IReviewJournal
{
    public Task<IReadOnlyList<JournalLine>> ReadAsync(ReviewId review, long after, CancellationToken stop) => StorageFault.GuardAsync(
        async () =>
        {
            await clients.ReadyAsync(stop);
            var from = heads.Find(review) is { } known && known.Sequence <= after ? known : JournalHead.Nothing;
            var (lines, head) = await reader.ReadAsync(review, from, stop);
            heads.Keep(review, head);
            return (IReadOnlyList<JournalLine>)[.. lines.SkipWhile(line => line.Sequence <= after)];
        },
        stop);

    public Task<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(append);
        JournalAppend.ThrowIfMalformed(append);
        stop.ThrowIfCancellationRequested();
        return StorageFault.GuardAsync(() => AppendWholeAsync(append, stop), stop);
    }

    public async IAsyncEnumerable<ReviewId> ListAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await StorageFault.GuardAsync(() => clients.ReadyAsync(stop), stop);
        await using var blobs = clients.Journals.GetBlobsAsync(cancellationToken: stop).GetAsyncEnumerator(stop);
        var last = default(ReviewId);
        while (await StorageFault.GuardAsync(async () => await blobs.MoveNextAsync(), stop))
        {
            // A blob without bytes is an opening that broke off before its first line: no journal yet.
            if (blobs.Current.Properties.ContentLength > 0
                && JournalNames.TryParse(blobs.Current.Name, out var review, out _)
                && review != last)
            {
                yield return last = review;
            }
        }
    }

    private async Task<AppendOutcome> AppendWholeAsync(JournalAppend append, CancellationToken stop)
    {
        await clients.ReadyAsync(stop);
        if (await HeadAtAsync(append.Review, append.Expected, stop) is not { } head)
        {
            return AppendOutcome.Stale;
        }

        if (append.Paper is { } paper && !await papers.PutFirstAsync(append.Review, paper, stop))
        {
            return AppendOutcome.Stale;
        }

        var ahead = await rows.PutWakeAheadAsync(append.Summary, stop);
        var bytes = Joined(append.Lines);
        var name = JournalNames.Of(append.Review, head.Segment);
        if (head.Bytes == 0)
        {
            await appender.CreateAsync(name, stop);
        }

        var outcome = await appender.AppendAsync(name, head.Bytes, bytes, stop);
        if (outcome == AppendOutcome.Stale)
        {
            heads.Forget(append.Review);
            await MendableAsync(() => rows.TakeWakeBackAsync(ahead));
            return outcome;
        }

        head = head with
        {
            Sequence = append.Summary.Position, Bytes = head.Bytes + bytes.Length, Blocks = head.Blocks + 1,
        };
        heads.Keep(append.Review, head);

        // The command stands from here on, whether its caller still waits or not.
        await MendableAsync(() => rows.WriteAsync(append.Summary, head.Mark, ahead, CancellationToken.None));
        return outcome;
    }

    /// <summary>The head, where the journal ends at this sequence as far as can be known before trying.</summary>
    private async Task<JournalHead?> HeadAtAsync(ReviewId review, long expected, CancellationToken stop)
    {
        var head = heads.Find(review) ?? JournalHead.Nothing;
        if (head.Sequence < expected)
        {
            (_, head) = await reader.ReadAsync(review, head, stop);
            heads.Keep(review, head);
        }

        if (head.Sequence != expected)
        {
            return null;
        }

        return reader.IsFull(head) ? head with { Segment = head.Segment + 1, Bytes = 0, Blocks = 0 } : head;
    }

    private async Task MendableAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            // Whatever it is, the journal has been written to or found changed, and that is what the caller must hear.
            LogIndexBehind(StorageFault.Explain(e, CancellationToken.None) ?? "a fault of this program", e);
        }
    }

    private static byte[] Joined(IReadOnlyList<JournalLine> lines)
    {
        var bytes = new byte[lines.Sum(line => line.Utf8.Length + 1)];
        var at = 0;
        foreach (var line in lines)
        {
            line.Utf8.Span.CopyTo(bytes.AsSpan(at));
            at += line.Utf8.Length;
            bytes[at++] = (byte)'\n';
        }

        return bytes;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index fell behind a journal and will be mended: {Reason}")]
    private partial void LogIndexBehind(string reason, Exception fault);
}
