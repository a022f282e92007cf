using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>
/// The gate before publication: what is to be published is screened for identifying details first, and nothing is published while
/// something that was found has no answer. A document that was handed in before there was a screen, and has not been looked at
/// since, passes; so does what a review from before published.
/// </summary>
public static class ScreeningGate
{
    private const int MostAttempts = 3;

    /// <summary>Why an item cannot publish its document yet, or null.</summary>
    internal static Refusal? Check(ItemDefinition item, ReviewState state)
    {
        if (item.Publishes is not { } publishes || state.Screening.Documents.GetValueOrDefault(publishes.Document) is not { } screening
            || screening.IsClear)
        {
            return null;
        }

        return Refusals.Conflict(
            "identifying-details",
            screening switch
            {
                { IsScreened: false } => "The document has not been looked through for identifying details yet. That takes moments; try again.",
                { HasTooMany: true } or { WaitsForVersion: true } => "The document has identifying details. A new version without them is to be handed in first.",
                _ => "Identifying details were found in the document, or parts of it could not be read. Answer each finding first.",
            },
            item.Cite);
    }

    /// <summary>Why an item waits before it publishes its document, as a sentence; null where nothing of the screen holds it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="state">The review's state.</param>
    public static string? WhyHeld(ItemDefinition item, ReviewState state) => Check(item, state)?.Message;

    /// <summary>Whether something may still publish a document in this review.</summary>
    /// <param name="document">Instance of the document.</param>
    /// <param name="state">The review's state.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static bool MayBePublished(string document, ReviewState state, ReviewContext context) => IsAwaited(document, state, context.Plan);

    /// <summary>Notes what is to be screened: the newest version of whatever may still be published, against the list in force.</summary>
    internal static void Intend(Turn turn)
    {
        if (turn.Context.Import is not null || !turn.State.IsOpen)
        {
            return;
        }

        foreach (var document in turn.Plan.PublishersOf.Keys.Order(StringComparer.Ordinal))
        {
            if (turn.State.Items.GetValueOrDefault(document)?.Versions is [.., var version]
                && IsAwaited(document, turn.State, turn.Plan)
                && turn.State.Screening.Documents.GetValueOrDefault(document) is var known
                && (known is null || known.Version != version.Version || known.List != turn.State.Screening.Edition))
            {
                turn.Add(new ScreeningIntended(document, version.Version, turn.State.Screening.Edition));
            }
        }
    }

    /// <summary>Documents that can be screened now, in order.</summary>
    /// <param name="state">The review's state.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static IEnumerable<DocumentScreening> Due(ReviewState state, ReviewContext context) =>
        Pending(state).Where(each => DueAt(each, state, context) <= context.Now).OrderBy(each => each.Item, StringComparer.Ordinal);

    /// <summary>When something of the screen is next to be done by the engine, or null.</summary>
    internal static DateTimeOffset? NextWake(ReviewState state, ReviewContext context) =>
        MustDestroy(state) ? state.ChangedAt : Pending(state).Select(each => (DateTimeOffset?)DueAt(each, state, context)).Min();

    /// <summary>Whether the review has ended, and the private papers of its screen are to be destroyed.</summary>
    /// <param name="state">The review's state.</param>
    public static bool MustDestroy(ReviewState state) => !state.IsOpen && state.Sequence > 0 && state.Screening.HasPapers;

    /// <summary>Whether so many attempts came to nothing that it is not tried again, but a person asked.</summary>
    /// <param name="screening">How far the document is screened.</param>
    public static bool IsGivenUp(DocumentScreening screening) => screening.Attempts >= MostAttempts;

    /// <summary>Whether something may still publish a document.</summary>
    internal static bool IsAwaited(string document, ReviewState state, ProcessPlan plan) =>
        plan.PublishersOf.GetValueOrDefault(document, []).Any(item => Publishing.IsAhead(item, state, plan));

    private static IEnumerable<DocumentScreening> Pending(ReviewState state) =>
        state.IsOpen ? state.Screening.Documents.Values.Where(each => !each.IsScreened) : [];

    // An attempt that began and came to nothing is tried again when no other process can be at it any more.
    private static DateTimeOffset DueAt(DocumentScreening screening, ReviewState state, ReviewContext context) =>
        screening.BegunAt is { } begun ? begun + context.AttemptLease : state.ChangedAt;
}
