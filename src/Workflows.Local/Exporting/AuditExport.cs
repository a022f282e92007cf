using Workflows.Reviews.Audit;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;

namespace Workflows.Local.Exporting;

/// <summary>Writes out who looked at reviews, this export among them, what went into quarantine, and the anchors.</summary>
/// <param name="looks">Takes this look.</param>
/// <param name="chains">The chains beside journals.</param>
/// <param name="place">The anchors.</param>
internal sealed class AuditExport(LookLog looks, IChainedLog chains, AnchorPlace place)
{
    private const string Operator = "operator";

    /// <summary>Records that a review is exported, and writes who looked at it, a file a year.</summary>
    /// <param name="review">The review.</param>
    /// <param name="folder">The folder of its export.</param>
    /// <param name="stop">Ends the writing.</param>
    public async Task LooksAsync(ReviewId review, string folder, CancellationToken stop)
    {
        await looks.RecordAsync(new Look(review, Operator, "export", "command line"));
        await ChainsAsync(chains, LookLog.Prefix(review), chain => $"looks-{chain.Split('/')[^1]}.ndjson", folder, stop);
    }

    /// <summary>Writes the anchors, a file a year.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="stop">Ends the writing.</param>
    public Task AnchorsAsync(string folder, CancellationToken stop) =>
        ChainsAsync(place.Log, Anchors.Prefix, chain => $"{chain.Replace('/', '-')}.ndjson", folder, stop);

    /// <summary>Writes what went into quarantine, of all reviews, a file a year; no file of it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="stop">Ends the writing.</param>
    public Task QuarantineAsync(string folder, CancellationToken stop) =>
        ChainsAsync(chains, Quarantine.Prefix, chain => $"{chain.Replace('/', '-')}.ndjson", folder, stop);

    private static async Task ChainsAsync(
        IChainedLog log, string prefix, Func<string, string> nameOf, string folder, CancellationToken stop)
    {
        await foreach (var (chain, _) in log.ListAsync(prefix, stop))
        {
            await using var file = File.Create(Path.Combine(folder, nameOf(chain)));
            foreach (var line in await log.ReadAsync(chain, after: 0, stop))
            {
                await file.WriteAsync(line.Utf8, stop);
                file.WriteByte((byte)'\n');
            }
        }
    }
}
