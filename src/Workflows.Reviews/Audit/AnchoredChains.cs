using System.Runtime.CompilerServices;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>The chains beside journals that anchors vouch for: whatever a store holds, so that none is forgotten, but the anchors' own.</summary>
internal static class AnchoredChains
{
    /// <summary>All of them, with their sizes.</summary>
    /// <param name="log">Where they are.</param>
    /// <param name="stop">Ends the listing.</param>
    public static async IAsyncEnumerable<ChainSize> ListAsync(IChainedLog log, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        await foreach (var chain in log.ListAsync(string.Empty, stop))
        {
            // One store may hold both.
            if (!chain.Chain.StartsWith(Anchors.Prefix, StringComparison.Ordinal))
            {
                yield return chain;
            }
        }
    }

    /// <summary>What is wrong with a chain, a sentence each that names the place: a line that does not fit, and what it lacks of what was anchored.</summary>
    /// <param name="chain">Its name.</param>
    /// <param name="lines">Its lines, from the first; none where it is not there.</param>
    /// <param name="key">The keys.</param>
    /// <param name="anchors">The anchors.</param>
    public static IEnumerable<string> Check(string chain, IReadOnlyList<JournalLine> lines, AuditKey key, Anchors anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return (ChainCheck.Of(key, chain, lines) is { } damage ? [damage] : Enumerable.Empty<string>())
            .Concat(anchors.Compare(chain, lines)).Concat(anchors.SealedTooLate(chain, lines));
    }

    /// <summary>The same of all chains whose names begin so, also of those that were anchored and are gone.</summary>
    /// <param name="log">Where they are.</param>
    /// <param name="prefix">How their names begin.</param>
    /// <param name="key">The keys.</param>
    /// <param name="anchors">The anchors.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(IChainedLog log, string prefix, AuditKey key, Anchors anchors, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(anchors);
        var found = new List<string>();
        var gone = anchors.Known.Where(chain => chain.StartsWith(prefix, StringComparison.Ordinal)).ToHashSet();
        await foreach (var (chain, _) in log.ListAsync(prefix, stop))
        {
            gone.Remove(chain);
            found.AddRange(Check(chain, await log.ReadAsync(chain, after: 0, stop), key, anchors));
        }

        return [.. found, .. gone.Order(StringComparer.Ordinal).SelectMany(chain => anchors.Compare(chain, []))];
    }
}
