using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using Workflows.AzureStorage.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Audit;

/// <summary>
/// Chains as append blobs of the container <c>audit</c>, each under its name with the ending <c>.jsonl</c>. The account can make them
/// immutable while they are still appended to.
/// </summary>
internal sealed class BlobChainedLog(StorageClients clients, SegmentAppender appender) : IChainedLog
{
    private const string Ending = ".jsonl";
    private const int MostKnown = 10_000;
    private readonly ConcurrentDictionary<string, (long Sequence, long Bytes)> _ends = [];

    public Task<IReadOnlyList<JournalLine>> ReadAsync(string chain, long after, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return StorageFault.GuardAsync(
            async () =>
            {
                await clients.ReadyAsync(stop);
                return (IReadOnlyList<JournalLine>)[.. (await DownloadAsync(chain, stop)).SkipWhile(line => line.Sequence <= after)];
            },
            stop);
    }

    public Task<AppendOutcome> AppendAsync(string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        ChainNames.ThrowIfMalformed(chain, expected, lines);
        return StorageFault.GuardAsync(() => AppendLinesAsync(chain, expected, lines, stop), stop);
    }

    public async IAsyncEnumerable<ChainSize> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken stop)
    {
        await StorageFault.GuardAsync(() => clients.ReadyAsync(stop), stop);
        await using var blobs = clients.Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, stop).GetAsyncEnumerator(stop);
        while (await StorageFault.GuardAsync(async () => await blobs.MoveNextAsync(), stop))
        {
            // A blob without bytes is one whose first append broke off.
            var (name, bytes) = (blobs.Current.Name, blobs.Current.Properties.ContentLength ?? 0);
            if (bytes > 0 && name.EndsWith(Ending, StringComparison.Ordinal))
            {
                yield return new ChainSize(name[..^Ending.Length], bytes);
            }
        }
    }

    private async Task<AppendOutcome> AppendLinesAsync(
        string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        await clients.ReadyAsync(stop);
        if (!_ends.TryGetValue(chain, out var end) || end.Sequence < expected)
        {
            await DownloadAsync(chain, stop);
            end = _ends.GetValueOrDefault(chain);
        }

        if (end.Sequence != expected)
        {
            return AppendOutcome.Stale;
        }

        if (end.Bytes == 0)
        {
            await appender.CreateAsync(chain + Ending, stop);
        }

        var bytes = lines.SelectMany(line => line.Utf8.ToArray().Append((byte)'\n')).ToArray();
        _ends.TryRemove(chain, out _);
        var outcome = await appender.AppendAsync(chain + Ending, end.Bytes, bytes, stop);
        if (outcome == AppendOutcome.Appended)
        {
            Keep(chain, lines[^1].Sequence, end.Bytes + bytes.Length);
        }

        return outcome;
    }

    private async Task<List<JournalLine>> DownloadAsync(string chain, CancellationToken stop)
    {
        var lines = new List<JournalLine>();
        try
        {
            BlobDownloadResult found = await clients.Audit.GetBlobClient(chain + Ending).DownloadContentAsync(stop);
            var content = found.Content.ToMemory();
            var bytes = content.Length;
            for (int cut; (cut = content.Span.IndexOf((byte)'\n')) >= 0; content = content[(cut + 1)..])
            {
                lines.Add(new JournalLine(lines.Count + 1, content[..cut]));
            }

            Keep(chain, lines.Count, bytes);
        }
        catch (RequestFailedException nothing) when (JournalReader.IsNothing(nothing))
        {
            _ends.TryRemove(chain, out _);
        }

        return lines;
    }

    private void Keep(string chain, long sequence, long bytes)
    {
        if (_ends.Count >= MostKnown)
        {
            _ends.Clear();
        }

        _ends[chain] = (sequence, bytes);
    }
}
