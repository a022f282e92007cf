using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds entries into state. It needs no definition, calendar or clock, so old journals fold under new code.</summary>
public static class Evolve
{
    /// <summary>The state after a whole journal.</summary>
    /// <param name="entries">The entries, in sequence.</param>
    public static ReviewState Fold(IEnumerable<JournalEntry> entries) =>
        entries.Aggregate(ReviewState.Empty, Apply);

    /// <summary>The state after one more entry.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="entry">The next entry in sequence.</param>
    /// <exception cref="InvalidOperationException">The entry is not the next in sequence.</exception>
    public static ReviewState Apply(ReviewState state, JournalEntry entry)
    {
        if (entry.Sequence != state.Sequence + 1)
        {
            throw new InvalidOperationException(
                $"Entry {entry.Sequence} cannot follow entry {state.Sequence}: the journal has a gap or a repetition.");
        }

        var next = Follow(state, entry) with { Sequence = entry.Sequence, ChangedAt = entry.Imported?.At ?? entry.At };
        return entry.Key is null
            ? next
            : next with
            {
                Commands = next.Commands.SetItem(
                    entry.Key,
                    new CommandRecord(
                        entry.Fingerprint ?? string.Empty, entry.Sequence, NumberGiven(entry.Event))),
            };
    }

    /// <summary>The number that an event gives to what it brings, of which the answer to its command tells; or null.</summary>
    /// <param name="what">The event.</param>
    public static int? NumberGiven(ReviewEvent what) => what switch
    {
        DocumentStored e => e.Version,
        RecommendationMade e => e.Recommendation,
        ActionSet e => e.Action,
        _ => null,
    };

    private static ReviewState Follow(ReviewState state, JournalEntry entry) => entry.Event switch
    {
        ReviewOpened e => Opened(state, e, entry),
        StageEntered e => state with { Stage = e.Stage, NextStage = null, Stages = state.Stages.SetItem(e.Stage, e.On) },
        ReviewClosed => EvolveLinks.Ended(state with { Status = ReviewStatus.Closed, EndedAt = entry.At }),
        ReviewWithdrawn => EvolveLinks.Ended(state with { Status = ReviewStatus.Withdrawn, EndedAt = entry.At }),
        FactCorrected e => state with { Facts = state.Facts.SetItem(e.Fact, e.Words?.Text ?? e.Value ?? string.Empty) },
        DocumentPublished e => state with
        {
            Publications = state.Publications.Add(new PublicationState(
                e.Publication, e.Document, e.DocumentVersion, e.Form, e.On, WithdrawnOn: null)),
        },
        PublicationWithdrawn e => state with
        {
            Publications = state.Publications
                .ConvertAll(known => known.Id == e.Publication ? known with { WithdrawnOn = e.On } : known),
        },
        ItemOpened or ItemSkipped or ItemSettled or ItemLapsed or ItemReopened or ItemReset or TaskCompleted
            or RegisterEntryAdded or DocumentStored or ApprovalGiven or ApprovalRejected or DecisionMade
            or ItemUnrecorded or PastDocumentNoted
            => EvolveItems.Apply(state, entry),
        DeadlineArmed or DeadlineMoved or DeadlineMet or DeadlineCancelled or DelayExplained or RungFired
            or EscalationHeld or EscalationReleased
            => EvolveDeadlines.Apply(state, entry.Event),
        StartIntended or StartAnswered or StartFailed or StartDropped or ReviewLinked or ReviewUnlinked or LinkTold
            or LinkedReviewEnded
            => EvolveLinks.Apply(state, entry),
        MoveProposed or MoveRejected or DefinitionMoved => EvolveMoves.Apply(state, entry),
        RecommendationMade or RecommendationRevised or RecommendationAccepted or RecommendationRejected
            or RecommendationWithdrawn or ThemesTagged or ActionSet or ActionReported or EvaluationDone
            or QualityMarkerAnswered or QualityMarkerSetAside
            => state with { Learning = EvolveLearning.Apply(state.Learning, entry) },
        CaseListGiven or ScreeningIntended or ScreeningBegun or DetailsFound or DocumentScreened or FindingsAnswered
            or ScreeningPapersDestroyed
            => state with { Screening = EvolveScreening.Apply(state.Screening, entry) },
        ReviewerAppointed or ReviewerConflictDeclared or ReviewerRemoved => EvolveReviewers.Apply(state, entry),
        CommentReceived or CommentAnswered or RepositoryOffered or RepositoryAnswered
            => state with { Publishing = EvolvePublishing.Apply(state.Publishing, entry) },
        LegalHoldPlaced or LegalHoldLifted or DestructionApproved or DestructionOrdered or DestructionBegun or RecordDestroyed
            or RecordDisclosed
            => state with { Keeping = EvolveKeeping.Apply(state.Keeping, entry) },
        _ => EvolveLetters.Apply(state, entry),
    };

    private static ReviewState Opened(ReviewState state, ReviewOpened e, JournalEntry entry) => state with
    {
        Partnership = e.Partnership,
        Reference = e.Reference,
        Process = e.Process,
        Version = e.Version,
        Hash = e.Hash,
        OpenedBy = entry.By.User,
        OpenedAs = entry.By.Role,
        OpenedAt = entry.At,
        OpenedOn = e.OpenedOn,
        Imported = entry.Imported,
        Settings = e.Settings.ToImmutableDictionary(),
        Facts = With(state.Facts, e.Facts, e.Texts),
    };

    internal static ImmutableDictionary<string, string> With(
        ImmutableDictionary<string, string> facts, IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, Words> texts) =>
        facts.SetItems(values).SetItems(texts.Select(text => KeyValuePair.Create(text.Key, text.Value.Text)));
}
