using Microsoft.Extensions.Caching.Memory;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Desk;

/// <summary>
/// Reviews read lately, so that a long journal is folded once. Compare-and-append makes it safe: what is decided on an old
/// state is refused by the journal.
/// </summary>
public sealed class ReviewShelf(
    IReviewJournal journal, IPrivatePapers papers, JournalCodec codec, ProcessCatalogue catalogue, ReviewShelfOptions options)
    : IDisposable
{
    private const int Stripes = 1024;

    // Counted in entries folded: a rough measure of memory.
    private readonly MemoryCache _files = new(new MemoryCacheOptions { SizeLimit = options.MostEntries });

    // How often a review of each stripe was put or forgotten: what was read before that is old, and is not kept.
    private readonly long[] _changes = new long[Stripes];

    /// <summary>The review as it stands, or null where there is none.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="JournalDamagedException">The journal is damaged.</exception>
    /// <exception cref="WordsKeyMissingException">The key of its free text is gone, though nobody destroyed it.</exception>
    /// <exception cref="DefinitionMissingException">The definition that it opened under is not shipped, or was edited.</exception>
    public async Task<ReviewFile?> FindAsync(ReviewId review, CancellationToken stop)
    {
        var known = _files.Get<ReviewFile>(review.Value);
        if (known is not null && options.SoleWriter)
        {
            return known;
        }

        var changes = Volatile.Read(ref _changes[StripeOf(review)]);
        var lines = await journal.ReadAsync(review, known?.State.Sequence ?? 0, stop);
        if (lines.Count == 0)
        {
            return known;
        }

        // The first words of a review bring its key; whoever wrote them may be another process.
        var words = known?.Words ?? await WordsKey.FindAsync(papers, review, stop);
        var file = Fold(review, known, lines, words);
        if (known is not null && file.State.Keeping.Destroyed is not null)
        {
            // Another process destroyed the words that are still in memory here.
            Forget(review);
            return await FindAsync(review, stop);
        }

        Set(file, changes);
        return file;
    }

    /// <summary>The definition that a state names: the one known so far, unless the review was moved to a newer version.</summary>
    /// <exception cref="DefinitionMissingException">It is not shipped, or was edited.</exception>
    internal ProcessDefinition DefinitionOf(ReviewId review, ReviewState state, ProcessDefinition? known)
    {
        var key = $"{state.Process}@{state.Version}";
        var definition = known?.Key == key ? known : catalogue.Find(key);
        return definition is not null && definition.Hash == state.Hash ? definition : throw new DefinitionMissingException(review, key);
    }

    internal void Put(ReviewFile file) => Set(file, seen: null);

    internal void Forget(ReviewId review)
    {
        lock (_changes)
        {
            _changes[StripeOf(review)]++;
            _files.Remove(review.Value);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    // What was read is kept unless something newer was put, or all was forgotten, since reading began.
    private void Set(ReviewFile file, long? seen)
    {
        var size = Math.Min(20 + file.State.Items.Count + file.State.Letters.Count, options.MostEntries / 4);
        lock (_changes)
        {
            ref var changes = ref _changes[StripeOf(file.Id)];
            if (seen is { } before && before != changes)
            {
                return;
            }

            changes++;
            _files.Set(file.Id.Value, file, new MemoryCacheEntryOptions { Size = size });
        }
    }

    private static int StripeOf(ReviewId review) => (int)((uint)review.GetHashCode() % Stripes);

    private ReviewFile Fold(ReviewId review, ReviewFile? known, IReadOnlyList<JournalLine> lines, WordsKey? words)
    {
        var seal = known?.Seal ?? string.Empty;
        var state = known?.State ?? ReviewState.Empty;
        var missed = false;
        foreach (var line in lines)
        {
            state = Evolve.Apply(state, codec.Read(review, line, ref seal, words, out var missedHere));
            missed |= missedHere;
        }

        if (missed && !state.Keeping.MayLackWords)
        {
            // Nothing may be decided on answers that cannot be read.
            throw new WordsKeyMissingException(review);
        }

        return new ReviewFile(review, state, DefinitionOf(review, state, known?.Definition), seal, words);
    }
}

/// <summary>How reviews are kept in memory.</summary>
/// <param name="SoleWriter">
/// Whether this process alone appends to the journals, so that what it last saw is what is there.
/// </param>
/// <param name="MostEntries">About how much is kept, counted in items and letters.</param>
public sealed record ReviewShelfOptions(bool SoleWriter, int MostEntries = 400_000);

/// <summary>A review's own definition is not among those shipped, or is not what it was.</summary>
/// <param name="review">The review.</param>
/// <param name="key">Name and version of the definition.</param>
public sealed class DefinitionMissingException(ReviewId review, string key) : Exception(
    $"Review {review} runs under {key}, which this release does not hold unchanged. Install a release that does.");

/// <summary>The key that opens a review's free text is not there, though nobody had it destroyed.</summary>
/// <param name="review">The review.</param>
public sealed class WordsKeyMissingException(ReviewId review) : Exception(
    $"The key of the free text of review {review} is missing. Bring back its private papers, which were kept apart from the journals.");
