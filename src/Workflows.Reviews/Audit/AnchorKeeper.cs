using System.Text.Json;
using Microsoft.Extensions.Logging;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>
/// Anchors, once a day and whenever asked, where every journal and every other chain (of looks, of the quarantine) stands: into a chain of
/// its own, which is to be kept apart from what it vouches for. An anchor names what changed since the one before, and a hash that stands for all.
/// </summary>
public sealed class AnchorKeeper(
    AnchorPlace place, IReviewJournal journal, IReviewIndex index, IChainedLog chains, AuditKey key, TimeProvider clock,
    ILogger<AnchorKeeper> log) : IDisposable
{
    private const int HeadsInLine = 1000;
    private const int MostTries = 5;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ChainWriter _writer = new(place.Log, key, clock);
    private DateTimeOffset? _latestAt;

    /// <summary>When the latest anchor was made; null where that is not known yet, or there is none.</summary>
    public DateTimeOffset? LatestAt => _latestAt;

    /// <summary>Anchors, where today (Europe/London) nobody has yet.</summary>
    /// <param name="stop">Ends the work; it is made the next time.</param>
    /// <returns>Whether one was made.</returns>
    /// <exception cref="StoreUnavailableException">A store does not serve.</exception>
    public Task<bool> MakeDailyAsync(CancellationToken stop) => MakeAsync(onceADay: true, stop);

    /// <summary>Anchors now.</summary>
    /// <param name="stop">Ends the work; nothing is anchored then.</param>
    /// <exception cref="StoreUnavailableException">A store does not serve.</exception>
    public Task MakeAsync(CancellationToken stop) => MakeAsync(onceADay: false, stop);

    private bool IsOfToday(DateTimeOffset? at) => at is { } latest && LondonTime.DateOf(latest) >= LondonTime.DateOf(clock.GetUtcNow());

    private async Task<bool> MakeAsync(bool onceADay, CancellationToken stop)
    {
        if (onceADay && IsOfToday(_latestAt))
        {
            return false;
        }

        await _turn.WaitAsync(stop);
        try
        {
            for (var attempt = 0; attempt < MostTries; attempt++)
            {
                // The end first: an anchor that another instance makes from here on is then known of, or makes this one stale.
                var chain = $"{Anchors.Prefix}{LondonTime.DateOf(clock.GetUtcNow()).Year}";
                var end = await _writer.EndAsync(chain, stop);
                var anchors = await Anchors.ReadAsync(place.Log, key, stop);
                _latestAt = anchors.LatestAt;
                if (onceADay && IsOfToday(_latestAt))
                {
                    return false;
                }

                if (await TryAsync(chain, end, anchors, stop))
                {
                    return true;
                }
            }

            throw new StoreBusyException();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> TryAsync(string chain, (long Sequence, string Seal) end, Anchors anchors, CancellationToken stop)
    {
        var known = anchors.Heads.ToDictionary(each => each.Key, each => each.Value.Head);
        var changed = new List<AnchorHead>();
        await JournalsAsync(known, changed, stop);
        await ChainsAsync(known, changed, stop);
        changed.ForEach(head => known[head.Of] = head);
        var root = AnchorHead.RootOf(known.Values);
        var parts = changed.Chunk(HeadsInLine).DefaultIfEmpty([]).ToArray();
        var bodies = parts.Select((part, at) => Body(part, at == parts.Length - 1 ? root : null, known.Count)).ToArray();
        if (await _writer.TryAsync(chain, end, bodies, stop) is null)
        {
            return false;
        }

        _latestAt = clock.GetUtcNow();
        DeskLog.Anchored(log, changed.Count, known.Count);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task JournalsAsync(Dictionary<string, AnchorHead> known, List<AnchorHead> changed, CancellationToken stop)
    {
        var query = new ReviewQuery { Limit = 200 };
        do
        {
            var page = await index.ListAsync(query, stop);
            foreach (var summary in page.Items)
            {
                var name = Anchors.NameOf(summary.Id);
                var before = known.GetValueOrDefault(name)?.Sequence ?? 0;
                if (summary.Position > before && await journal.ReadAsync(summary.Id, before, stop) is [.., var last])
                {
                    changed.Add(AnchorHead.At(name, last, last.Sequence));
                }
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
    }

    private async Task ChainsAsync(Dictionary<string, AnchorHead> known, List<AnchorHead> changed, CancellationToken stop)
    {
        await foreach (var (chain, size) in AnchoredChains.ListAsync(chains, stop))
        {
            var before = known.GetValueOrDefault(chain);
            if (before?.Size != size && await chains.ReadAsync(chain, before?.Sequence ?? 0, stop) is [.., var last])
            {
                changed.Add(AnchorHead.At(chain, last, size));
            }
        }
    }

    private static Action<Utf8JsonWriter> Body(AnchorHead[] heads, string? root, int all) => writer =>
    {
        writer.WriteStartArray("heads"u8);
        foreach (var head in heads)
        {
            head.Write(writer);
        }

        writer.WriteEndArray();
        if (root is not null)
        {
            writer.WriteNumber("all"u8, all);
            writer.WriteString("root"u8, root);
        }
    };
}

/// <summary>Where anchors are kept: apart from what they vouch for.</summary>
/// <param name="Log">Keeps their chains.</param>
public sealed record AnchorPlace(IChainedLog Log);
