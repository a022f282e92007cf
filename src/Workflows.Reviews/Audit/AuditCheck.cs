using System.Runtime.CompilerServices;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>Holds journals and all other chains (of looks, of the quarantine) against their anchors: what was cut off, removed or written anew shows.</summary>
public sealed class AuditCheck
{
    private readonly AuditKey _key;
    private readonly IChainedLog _chains;
    private readonly HashSet<string> _unseen;

    private AuditCheck(AuditKey key, IChainedLog chains, Anchors anchors) =>
        (_key, _chains, Anchors, _unseen) = (key, chains, anchors, [.. anchors.Known]);

    /// <summary>The anchors.</summary>
    public Anchors Anchors { get; }

    /// <summary>Reads the anchors.</summary>
    /// <param name="place">Where they are.</param>
    /// <param name="chains">The other chains.</param>
    /// <param name="key">The keys.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="StoreUnavailableException">They cannot be read now.</exception>
    public static async Task<AuditCheck> BeginAsync(AnchorPlace place, IChainedLog chains, AuditKey key, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new AuditCheck(key, chains, await Anchors.ReadAsync(place.Log, key, stop));
    }

    /// <summary>What a journal lacks of what was anchored, a sentence each that names the place.</summary>
    /// <param name="review">The review.</param>
    /// <param name="lines">Its lines, from the first.</param>
    public IEnumerable<string> Journal(ReviewId review, IReadOnlyList<JournalLine> lines)
    {
        var name = Anchors.NameOf(review);
        _unseen.Remove(name);
        return Anchors.Compare(name, lines).Concat(Anchors.SealedTooLate(name, lines));
    }

    /// <summary>What is wrong with the anchors and the other chains, and what of the anchored is not there at all: a sentence each. Asked last.</summary>
    /// <param name="stop">Ends the search.</param>
    public async IAsyncEnumerable<string> RestAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var problem in Anchors.Problems)
        {
            yield return problem;
        }

        await foreach (var (chain, _) in AnchoredChains.ListAsync(_chains, stop))
        {
            _unseen.Remove(chain);
            foreach (var problem in AnchoredChains.Check(chain, await _chains.ReadAsync(chain, after: 0, stop), _key, Anchors))
            {
                yield return problem;
            }
        }

        foreach (var problem in _unseen.Order(StringComparer.Ordinal).SelectMany(gone => Anchors.Compare(gone, [])))
        {
            yield return problem;
        }
    }
}
