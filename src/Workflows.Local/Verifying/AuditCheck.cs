using System.Runtime.CompilerServices;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Local.Verifying;

/// <summary>Holds journals and chains of looks against their anchors: what was cut off, removed or written anew shows.</summary>
internal sealed class AuditCheck
{
    private readonly AuditKey _key;
    private readonly IChainedLog _looks;
    private readonly HashSet<string> _unseen;

    private AuditCheck(AuditKey key, IChainedLog looks, Anchors anchors) =>
        (_key, _looks, Anchors, _unseen) = (key, looks, anchors, [.. anchors.Known]);

    /// <summary>The anchors.</summary>
    public Anchors Anchors { get; }

    /// <summary>Looks read so far.</summary>
    public long Looks { get; private set; }

    /// <summary>Reads the anchors.</summary>
    /// <param name="place">Where they are.</param>
    /// <param name="looks">The chains of looks.</param>
    /// <param name="key">The keys.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<AuditCheck> BeginAsync(AnchorPlace place, IChainedLog looks, AuditKey key, CancellationToken stop) =>
        new(key, looks, await Anchors.ReadAsync(place.Log, key, stop));

    /// <summary>What a journal lacks of what was anchored.</summary>
    /// <param name="review">The review.</param>
    /// <param name="lines">Its lines.</param>
    public IEnumerable<string> Journal(ReviewId review, IReadOnlyList<JournalLine> lines) => Compare(Anchors.NameOf(review), lines);

    /// <summary>What is wrong with the anchors and the looks, and what of the anchored is not there at all. Asked last.</summary>
    /// <param name="stop">Ends the search.</param>
    public async IAsyncEnumerable<string> RestAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var problem in Anchors.Problems)
        {
            yield return problem;
        }

        await foreach (var (chain, _) in _looks.ListAsync(LookLog.Prefix(review: null), stop))
        {
            var lines = await _looks.ReadAsync(chain, after: 0, stop);
            Looks += lines.Count;
            if (ChainCheck.Of(_key, chain, lines) is { } damage)
            {
                yield return damage;
            }

            foreach (var problem in Compare(chain, lines))
            {
                yield return problem;
            }
        }

        foreach (var problem in _unseen.Order(StringComparer.Ordinal).ToArray().SelectMany(gone => Compare(gone, [])))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> Compare(string chain, IReadOnlyList<JournalLine> lines)
    {
        _unseen.Remove(chain);
        return Anchors.Compare(chain, lines).Concat(Anchors.SealedTooLate(chain, lines));
    }
}
