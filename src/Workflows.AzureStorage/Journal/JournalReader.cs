using Azure;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Journal;

/// <summary>Reads journals from a known head on: one call for what is new, also where nothing is.</summary>
internal sealed class JournalReader(StorageClients clients, int blocksInSegment)
{
    /// <summary>The lines after a head, and the head after them.</summary>
    public async Task<(List<JournalLine> Lines, JournalHead Head)> ReadAsync(
        ReviewId review, JournalHead from, CancellationToken stop)
    {
        var (lines, head) = (new List<JournalLine>(), from);
        while (true)
        {
            var name = JournalNames.Of(review, head.Segment);
            if (await DownloadAsync(name, head.Bytes, stop) is { } found)
            {
                var content = found.Content.ToMemory();
                Split(name, content, head.Sequence, lines);
                head = head with
                {
                    Sequence = from.Sequence + lines.Count,
                    Bytes = head.Bytes + content.Length,
                    Blocks = found.Details.BlobCommittedBlockCount,
                };
            }

            if (!IsFull(head))
            {
                return (lines, head);
            }

            // A full segment grows no more. Its length is asked once more, since the count of its blocks came with the bytes, but
            // nobody promises that it was taken at the same moment.
            if (await LengthAsync(name, stop) == head.Bytes)
            {
                head = head with { Segment = head.Segment + 1, Bytes = 0, Blocks = 0 };
            }
        }
    }

    /// <summary>Whether the segment takes no more, so that the journal goes on in the next one.</summary>
    public bool IsFull(JournalHead head) => head.Blocks >= blocksInSegment && head.Segment < JournalNames.Segments;

    private async Task<long> LengthAsync(string name, CancellationToken stop) =>
        (await clients.Journals.GetBlobClient(name).GetPropertiesAsync(cancellationToken: stop)).Value.ContentLength;

    private async Task<BlobDownloadResult?> DownloadAsync(string name, long after, CancellationToken stop)
    {
        var options = new BlobDownloadOptions { Range = after == 0 ? default : new HttpRange(after) };
        try
        {
            return await clients.Journals.GetBlobClient(name).DownloadContentAsync(options, stop);
        }
        catch (RequestFailedException e) when (IsNothing(e))
        {
            return null;
        }
    }

    /// <summary>No such blob, or it ends where reading was to begin.</summary>
    internal static bool IsNothing(RequestFailedException e) => e is { Status: 416 } or { Status: 404, ErrorCode: "BlobNotFound" };

    private static void Split(string name, ReadOnlyMemory<byte> content, long sequence, List<JournalLine> into)
    {
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                throw new InvalidDataException($"Journal segment {name} does not end with a whole line: it is damaged.");
            }

            into.Add(new JournalLine(++sequence, content[..end]));
            content = content[(end + 1)..];
        }
    }
}
