using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Appointing reviewers of the register, their conflicts of interest, and their removal before publication.</summary>
internal static class DecideReviewers
{
    // The partners may remove a reviewer and appoint another at any time before publication.
    private const string Rule = "SI 2018/789, regulations 12 and 13 (not read at source)";

    /// <summary>How the tasks that record an appointment begin: none is done while a method's reviewers are not complete.</summary>
    private const string Appointing = "appoint-";

    public static Refusal? Appoint(Turn turn, AppointReviewer command, Caller caller)
    {
        if (Refusals.Role(DecideReview.Correctors(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        return Appoint(turn, command.Reviewer, command.Note, actor);
    }

    public static Refusal? Declare(Turn turn, DeclareConflict command, Caller caller)
    {
        var actor = new Actor(caller.User, caller.Roles is [var first, ..] ? first : string.Empty);
        if (caller.User != command.Reviewer
            && Refusals.Role(DecideReview.Correctors(turn.Plan.Definition), caller, turn.Plan.Definition, out actor) is { } forbidden)
        {
            return forbidden;
        }

        if (TextCheck.Refuse("what", command.What, required: true, "Say what the conflict of interest is, without names.") is { } wrong)
        {
            return wrong;
        }

        turn.Add(new ReviewerConflictDeclared(command.Reviewer, turn.Today, new Words(command.What!.Trim())), actor);
        turn.Write(LetterKind.Notice, [Ladders.Releaser], new LetterTopic(Item: null, Outcome: "reviewer-conflict"));
        return null;
    }

    public static Refusal? Remove(Turn turn, RemoveReviewer command, Caller caller)
    {
        if (Refusals.Role(DecideReview.Correctors(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (turn.State.Reviewers.GetValueOrDefault(command.Reviewer) is not { IsAppointed: true })
        {
            return Refusals.Conflict("reviewer-appointed", "This reviewer is not appointed here.", Rule);
        }

        if ((Published(turn) ?? TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason for the removal.")) is { } wrong)
        {
            return wrong;
        }

        turn.Add(new ReviewerRemoved(command.Reviewer, turn.Today, new Words(command.Reason!.Trim())), actor);
        if (command.Replacement is { } next && Appoint(turn, next, command.Note, actor) is { } refused)
        {
            return refused;
        }

        // Those who were told who reviews are told that this has changed; names go by the secure route.
        var told = turn.State.ToldTo.Where(turn.Plan.Definition.Bodies.ContainsKey).Order(StringComparer.Ordinal);
        var outcome = command.Replacement is null ? "reviewer-removed" : "reviewer-replaced";
        turn.Write(LetterKind.Notice, [command.Reviewer], new LetterTopic(Item: null, Outcome: "reviewer-ended"));
        turn.Write(LetterKind.Notice, [Ladders.Releaser, .. told], new LetterTopic(Item: null, Outcome: outcome));
        return null;
    }

    /// <summary>Refuses to record the appointment while fewer are appointed from the register than the method wants.</summary>
    public static Refusal? Incomplete(ItemDefinition item, ReviewState state)
    {
        var appointed = state.Reviewers.Values.Where(reviewer => reviewer.IsAppointed).ToArray();
        var needed = appointed.Length == 0 ? 0 : appointed.Max(reviewer => reviewer.Needed);
        return item.Id.StartsWith(Appointing, StringComparison.Ordinal) && appointed.Length < needed
            ? Refusals.Conflict(
                "reviewers-number", $"The method of this review wants {needed} reviewers; {appointed.Length} is appointed. Appoint the others first.", item.Cite)
            : null;
    }

    private static Refusal? Appoint(Turn turn, ReviewerCard card, string? note, Actor actor)
    {
        var appointed = turn.State.Reviewers.Values.Count(reviewer => reviewer.IsAppointed);
        if ((Published(turn) ?? TextCheck.Refuse("note", note, required: false, string.Empty)) is { } wrong)
        {
            return wrong;
        }

        if (turn.State.Reviewers.GetValueOrDefault(card.User) is { IsAppointed: true })
        {
            return Refusals.Conflict("reviewer-appointed", "This reviewer is appointed here already.");
        }

        if (card.Unfit is { } unfit)
        {
            return Refusals.Conflict("reviewer-fits", unfit);
        }

        if (appointed >= card.Needed)
        {
            return Refusals.Conflict(
                "reviewers-number", $"The method of this review wants {card.Needed}, and {appointed} {(appointed == 1 ? "is" : "are")} appointed. Remove one first.");
        }

        if (card.Conflicts.Count > 0 && string.IsNullOrWhiteSpace(note))
        {
            return Refusals.Conflict(
                "reviewer-conflict",
                $"{string.Join(" ", card.Conflicts.Select(conflict => conflict.What))} Appoint somebody else, or say in the note how the conflict is managed.");
        }

        turn.Add(
            new ReviewerAppointed(
                card.User, turn.Today, card.Needed, [.. card.Conflicts.Select(conflict => conflict.Code).Distinct()], Words.From(note)),
            actor);
        turn.Write(LetterKind.Notice, [card.User], new LetterTopic(Item: null, Outcome: "reviewer-appointed"));
        return null;
    }

    private static Refusal? Published(Turn turn) =>
        turn.State.Items.Values.Any(item => item.Status == ItemStatus.Done && turn.Plan.Items[item.Definition].Publishes is not null)
            ? Refusals.Conflict("reviewer-before-publication", "The review has been published; its reviewers can no longer be changed.", Rule)
            : null;
}
