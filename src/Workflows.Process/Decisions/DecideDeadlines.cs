using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Extending limits and explaining delays.</summary>
internal static class DecideDeadlines
{
    private static readonly Budget LongestExtension = new(2, BudgetUnit.Years);

    public static Refusal? Extend(Turn turn, ExtendDeadline command, Caller caller)
    {
        if ((Find(turn, command.Deadline, caller, out var deadline, out var actor)
            ?? (deadline.IsRunning ? null : Refusals.Conflict("deadline-runs", "This deadline has ended."))
            ?? TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason for the extension.")) is { } refusal)
        {
            return refusal;
        }

        var definition = turn.Plan.Deadlines[deadline.Definition];
        if (definition is not { Extendable: true } and not { Force: Force.Local })
        {
            return Refusals.Conflict(
                "extension", "This limit is not the partnership's to extend. Record the reason for the delay instead.",
                definition.Cite);
        }

        var last = turn.Context.Calendar.After(deadline.DueOn, LongestExtension);
        if (command.To <= deadline.DueOn || command.To > last)
        {
            var problem = $"Give a day after {deadline.DueOn:yyyy-MM-dd} and not after {last:yyyy-MM-dd}.";
            return Refusals.Invalid("extension-is-later", "to", problem);
        }

        turn.Add(
            new DeadlineMoved(
                deadline.Id, deadline.DueOn, command.To, deadline.Anchor, MoveReason.Extended,
                Words.From(command.Reason), turn.Context.Calendar.Version,
                DeadlineKeeping.Rearmed(definition, deadline, command.To, turn.Context)),
            actor);
        return null;
    }

    public static Refusal? Explain(Turn turn, ExplainDelay command, Caller caller)
    {
        if ((Find(turn, command.Deadline, caller, out var deadline, out var actor)
            ?? (deadline.Cancelled ? Refusals.Conflict("deadline-runs", "This deadline no longer applies.") : null)
            ?? TextCheck.Refuse("reason", command.Reason, required: true, "Give the reason for the delay.")) is { } refusal)
        {
            return refusal;
        }

        turn.Add(new DelayExplained(deadline.Id, new Words(command.Reason!.Trim())), actor);
        return null;
    }

    private static Refusal? Find(Turn turn, string id, Caller caller, out DeadlineState deadline, out Actor actor)
    {
        actor = Actor.Engine;
        if (!turn.State.Deadlines.TryGetValue(id, out deadline!))
        {
            return turn.Plan.Deadlines.ContainsKey(id)
                ? Refusals.Conflict("deadline-runs", "This deadline has not begun to run.")
                : Refusals.Unknown("deadline", id);
        }

        return Refusals.Role(DecideReview.Correctors(turn.Plan.Definition), caller, turn.Plan.Definition, out actor);
    }
}
