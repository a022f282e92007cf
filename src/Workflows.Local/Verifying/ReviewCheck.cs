using System.Text.Json;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Local.Verifying;

/// <summary>Looks at one review: whether its journal is whole and in order, and whether the index says what it does.</summary>
/// <param name="codec">Reads lines and checks their chain.</param>
/// <param name="catalogue">The released definitions.</param>
/// <param name="calendar">The working calendar in force.</param>
/// <param name="stoodAt">The latest instant that the folder's clock is known to have shown, or null.</param>
internal sealed class ReviewCheck(
    JournalCodec codec, ProcessCatalogue catalogue, WorkingCalendar calendar, DateTimeOffset? stoodAt)
{
    /// <summary>Folds a journal, checking the chain from line to line.</summary>
    /// <param name="review">The review.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="words">The key of its free text, or null: the chain holds without it.</param>
    /// <returns>The state, and what is damaged and where.</returns>
    public (ReviewState? State, string? Damage) Fold(ReviewId review, IReadOnlyList<JournalLine> lines, WordsKey? words)
    {
        var (seal, state, missed) = (string.Empty, ReviewState.Empty, false);
        try
        {
            foreach (var line in lines)
            {
                state = Evolve.Apply(state, codec.Read(review, line, ref seal, words, out var missedHere));
                missed |= missedHere;
            }

            return (state, missed && !state.Keeping.MayLackWords ? $"Review {review}: the key of its free text is missing, though nobody had it destroyed." : null);
        }
        catch (JournalDamagedException damage)
        {
            return (null, damage.Message);
        }
        catch (Exception problem) when (problem is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return (null, $"The journal of review {review} does not fold after entry {state.Sequence}: {problem.Message}");
        }
    }

    /// <summary>Compares what is derived from a journal with the journal.</summary>
    /// <param name="review">The review.</param>
    /// <param name="state">What its journal folds to.</param>
    /// <param name="indexed">What the index says of it, or null.</param>
    public IEnumerable<string> Derived(ReviewId review, ReviewState state, ReviewSummary? indexed)
    {
        if (Summary(review, state) is not { } derived)
        {
            yield return $"Review {review} runs under {state.Process}@{state.Version}, which this release does not hold unchanged.";
            yield break;
        }

        if (indexed is null)
        {
            yield return $"Review {review} is not in the index.";
            yield break;
        }

        if (Comparable(derived) != Comparable(indexed))
        {
            yield return $"The index says other things of review {review} than its journal.";
        }

        if (derived.NextWakeAt is { } wake && (indexed.NextWakeAt is null || indexed.NextWakeAt > wake))
        {
            yield return $"The index would wake review {review} late: at {indexed.NextWakeAt:O} instead of {wake:O}.";
        }
    }

    /// <summary>What the index is to say of a review, or null where this release does not hold its definition.</summary>
    /// <param name="review">The review.</param>
    /// <param name="state">What its journal folds to.</param>
    public ReviewSummary? Summary(ReviewId review, ReviewState state)
    {
        if (catalogue.Find($"{state.Process}@{state.Version}") is not { } definition || definition.Hash != state.Hash)
        {
            return null;
        }

        var context = new ReviewContext
        {
            Definition = definition,
            Calendar = calendar,
            Now = stoodAt > state.ChangedAt ? stoodAt.Value : state.ChangedAt,
            Roster = Roster.Empty,
            AttemptLease = TimeSpan.Zero,
        };
        return new ReviewFile(review, state, definition, Seal: string.Empty).Summarise(context);
    }

    // When a review is next woken depends on the calendar too, so it is compared by itself.
    private static string Comparable(ReviewSummary summary) => JsonSerializer.Serialize(summary with { NextWakeAt = null });
}
