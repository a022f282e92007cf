using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Past;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Refusals that several commands share, each with what to do about it.</summary>
internal static class Refusals
{
    /// <summary>What the review's own standing forbids, or null.</summary>
    public static Refusal? OfState(ReviewState state, ReviewCommand command) => command switch
    {
        OpenReview => state.Sequence == 0
            ? null : Conflict("already-open", "This review has been opened before."),
        _ when state.Sequence == 0 => new Refusal(RefusalKind.Unknown, "review-exists", "There is no such review."),
        Advance or BeginLetter or RecordLetter or RecordStart or HearOfLink or RecordTold or RecordScreeningDestroyed => null,
        BeginDestruction or RecordDestruction => null,

        // Words typed now would outlive the key that is destroyed with the record.
        _ when state.Keeping.OrderedAt is not null => Conflict(
            "record-is-destroyed", "The record of this review was ordered to be destroyed. Nothing more can be done in it."),
        ResendLetter or KeepingCommand or RepositoryCommand or LinkReview or UnlinkReview => null,
        MakeDecision { Item: var item } when state.Starts.ContainsKey(item) => null,

        // What was recommended is acted on for years; nothing new is recommended in a review that has ended.
        LearningCommand and not MakeRecommendation => null,
        _ when state.IsOpen => null,
        StoreDocument past when PastDocuments.IsMissing(state, past.Item) => null,
        _ => Conflict(
            "review-is-open", $"This review is {state.Status.ToString().ToLowerInvariant()}. Nothing more can be done in it."),
    };

    public static Refusal Conflict(string rule, string message, string? cite = null) =>
        new(RefusalKind.Conflict, rule, message) { Cite = cite };

    /// <summary>A field that is not as it must be, with what to give instead.</summary>
    public static Refusal Invalid(string rule, string field, string problem) => new(RefusalKind.Invalid, rule, problem)
    {
        Fields = new Dictionary<string, string> { [field] = problem },
    };

    public static Refusal Unknown(string what, string id) =>
        new(RefusalKind.Unknown, $"{what}-exists", $"This process has no {what} '{Shorten(id)}'.");

    /// <summary>Checks the role; gives the one in which the person acts.</summary>
    public static Refusal? Role(IReadOnlyList<string> allowed, Caller caller, ProcessDefinition definition, out Actor actor)
    {
        var role = allowed.FirstOrDefault(caller.Roles.Contains);
        actor = new Actor(caller.User, role ?? string.Empty);
        return role is not null ? null : new Refusal(
            RefusalKind.Forbidden, "role", $"Only {Titles(allowed, definition)} may do this.");
    }

    /// <summary>Why an item that is not open cannot be done now.</summary>
    public static Refusal NotOpen(ItemDefinition item, ItemState? instance, ReviewState state, ReviewContext context)
    {
        if (instance is { Status: ItemStatus.Done, DoneBy: { } by, DoneAt: { } at })
        {
            return Conflict("already-done", $"'{item.Title}' was done by {by.User} at {at:yyyy-MM-dd HH:mm} UTC.", item.Cite);
        }

        if (instance is { Status: ItemStatus.Done or ItemStatus.Skipped or ItemStatus.Lapsed })
        {
            return Conflict("not-needed", $"'{item.Title}' is no longer needed.", item.Cite);
        }

        if (Sentries.UnsettledPredecessors(item, state, context).FirstOrDefault() is { } before)
        {
            return Conflict("comes-after", $"'{item.Title}' comes after '{before.Title}', which is not done.", item.Cite);
        }

        return Sentries.Gate(item, state, context) is { } gate && gate > context.Today && gate != DateOnly.MaxValue
            ? Conflict("not-before", $"'{item.Title}' cannot be done before {gate:yyyy-MM-dd}.", item.Cite ?? item.Due?.Cite)
            : Conflict("not-open", $"'{item.Title}' cannot be done at this point of the review.", item.Cite);
    }

    /// <summary>Refuses a person who did something that this must be kept apart from.</summary>
    public static Refusal? SameDoer(ItemDefinition item, Caller caller, ReviewState state, ProcessPlan plan)
    {
        foreach (var other in item.NotBy)
        {
            if (state.Items.Values.Any(each => each.Definition == other && each.Doers.Contains(caller.User)))
            {
                return Conflict(
                    "separation-of-duties",
                    $"You did '{plan.Items[other].Title}', so somebody else must do '{item.Title}'.", item.Cite);
            }
        }

        return null;
    }

    private static string Titles(IReadOnlyList<string> roles, ProcessDefinition definition) =>
        string.Join(" or ", roles.Select(role => definition.Roles.GetValueOrDefault(role) ?? role));

    private static string Shorten(string id) => id.Length <= 60 ? id : id[..60] + "…";
}
