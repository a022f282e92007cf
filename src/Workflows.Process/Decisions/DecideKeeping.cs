using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Retention;

namespace Workflows.Process.Decisions;

/// <summary>Holds, destruction by two people, and giving out what is held.</summary>
internal static class DecideKeeping
{
    private const int PeopleNeeded = 2;

    public static Refusal? Handle(Turn turn, KeepingCommand command, Caller caller)
    {
        var rule = RetentionRules.Shipped.Of(turn.State.Process);
        if (Refusals.Role(Allowed(rule, turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } refusal)
        {
            return refusal;
        }

        return command switch
        {
            PlaceHold place => Place(turn, place, actor),
            LiftHold lift => Lift(turn, lift, actor),
            ApproveDestruction => Approve(turn, rule, actor),
            DiscloseRecord disclose => Disclose(turn, disclose, actor),
            _ => throw new ArgumentException($"No handling of {command.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>Roles that may hold, lift, approve and give out: those the rule names, and those who correct answers.</summary>
    private static IReadOnlyList<string> Allowed(RetentionRule rule, ProcessDefinition definition) =>
        [.. rule.ApprovedBy.Concat(DecideReview.Correctors(definition)).Distinct()];

    private static Refusal? Place(Turn turn, PlaceHold command, Actor actor)
    {
        if (TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason for the hold.") is { } refusal)
        {
            return refusal;
        }

        turn.Add(new LegalHoldPlaced($"hold-{turn.State.Keeping.Holds.Count + 1}", new Words(command.Reason!.Trim())), actor);
        return null;
    }

    private static Refusal? Lift(Turn turn, LiftHold command, Actor actor)
    {
        if (turn.State.Keeping.Holds.Find(hold => hold.Id == command.Hold) is not { } known)
        {
            return Refusals.Unknown("hold", command.Hold);
        }

        if ((known.LiftedAt is null ? null : Refusals.Conflict("hold-stands", "This hold has been lifted before."))
            is { } lifted)
        {
            return lifted;
        }

        if (TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason for lifting the hold.") is { } refusal)
        {
            return refusal;
        }

        turn.Add(new LegalHoldLifted(known.Id, new Words(command.Reason!.Trim())), actor);
        return null;
    }

    private static Refusal? Approve(Turn turn, RetentionRule rule, Actor actor)
    {
        var keeping = turn.State.Keeping;
        if (!rule.ApprovedBy.Contains(actor.Role))
        {
            return new Refusal(RefusalKind.Forbidden, "role", "Your role may not approve the destruction of records.") { Cite = rule.Cite };
        }

        if (keeping.IsHeld)
        {
            return Refusals.Conflict("legal-hold", "A legal hold stands on this record. Lift it first, with the reason.", rule.Cite);
        }

        if (rule.DueOn(turn.State, turn.Context.Calendar) is not { } due || due > turn.Today)
        {
            return Refusals.Conflict(
                "retention", rule.DueOn(turn.State, turn.Context.Calendar) is { } day
                    ? $"This record is to be kept until {day:yyyy-MM-dd}."
                    : "This record is to be kept while the review runs, something of it is public, or its recommendations are followed up.",
                rule.Cite);
        }

        if (keeping.Approvals.Any(given => given.By.User == actor.User))
        {
            return Refusals.Conflict("two-people", "You have approved this. A second person must approve it too.", rule.Cite);
        }

        turn.Add(new DestructionApproved(rule.Id, due), actor);
        if (turn.State.Keeping.Approvals.Count >= PeopleNeeded)
        {
            turn.Add(new DestructionOrdered(rule.Id));
        }

        return null;
    }

    private static Refusal? Disclose(Turn turn, DiscloseRecord command, Actor actor)
    {
        if (TextCheck.Refuse("reason", command.Reason, required: true, "Say who asked, and on what ground.") is { } refusal)
        {
            return refusal;
        }

        turn.Add(new RecordDisclosed(new Words(command.Reason!.Trim())), actor);
        return null;
    }
}
