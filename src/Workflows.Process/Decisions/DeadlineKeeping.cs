using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Arms, moves, meets and cancels deadlines as the state has it.</summary>
internal static class DeadlineKeeping
{
    public static void Run(Turn turn)
    {
        foreach (var definition in turn.Plan.Definition.Deadlines)
        {
            Span(turn, definition);
        }

        foreach (var item in turn.State.ItemsInOrder)
        {
            if (turn.Plan.Items[item.Definition].Due is { } definition)
            {
                Own(turn, definition, item);
            }
        }
    }

    // A deadline that spans items runs from the day its anchor is known.
    private static void Span(Turn turn, DeadlineDefinition definition)
    {
        var met = definition.MetBy
            .Select(id => turn.State.Items.GetValueOrDefault(id)).Where(item => item?.Status == ItemStatus.Done)
            .Min(item => item!.DoneOn);
        var needed = met is not null
            || definition.MetBy.Select(id => turn.Plan.Items[id]).Any(item =>
                !Sentries.IsSettled(item, turn.State) && !Sentries.IsPassedBy(item, turn.State, turn.Plan));
        if (!turn.State.Deadlines.TryGetValue(definition.Id, out var deadline))
        {
            if (needed && Dates.Of(definition.Due.Anchor, turn.State, turn.Plan) is { } anchor)
            {
                Arm(turn, definition, definition.Id, item: null, anchor, again: false);
            }

            return;
        }

        Move(turn, definition, deadline, own: null);
        End(turn, deadline, met, needed);
    }

    private static void Own(Turn turn, DeadlineDefinition definition, ItemState item)
    {
        var known = turn.State.Deadlines.TryGetValue(item.Id, out var deadline);
        if (item.Status == ItemStatus.Open && deadline is not { IsRunning: true })
        {
            if (Dates.Of(definition.Due.Anchor, turn.State, turn.Plan, item) is { } anchor)
            {
                Arm(turn, definition, item.Id, item.Id, anchor, again: known);
            }
        }
        else if (known)
        {
            Move(turn, definition, deadline!, item);
            End(turn, deadline!, item.Status == ItemStatus.Done ? item.DoneOn : null, needed: !item.IsSettled);
        }
    }

    private static void Arm(
        Turn turn, DeadlineDefinition definition, string id, string? item, DateOnly anchor, bool again)
    {
        var due = Dates.Count(definition.Due, anchor, turn.Context.Calendar);
        var armed = new DeadlineState { Id = id, Definition = definition.Id, Item = item, Anchor = anchor, DueOn = due };

        // What is opened again does not send the letters of its first time once more; neither a newer version nor what is recorded
        // afterwards sends any for the past.
        var passed = again || turn.IsMoved || turn.Context.Import is not null
            ? Dates.Rungs(definition, armed, turn.Context).Where(rung => rung.At <= turn.Context.PastUntil)
                .Select(rung => rung.Key).ToArray()
            : [];
        turn.Add(new DeadlineArmed(id, definition.Id, item, anchor, due, turn.Context.Calendar.Version, passed));
    }

    private static void Move(Turn turn, DeadlineDefinition definition, DeadlineState deadline, ItemState? own)
    {
        if (deadline.Cancelled || Dates.Of(definition.Due.Anchor, turn.State, turn.Plan, own) is not { } anchor)
        {
            return;
        }

        var corrected = anchor != deadline.Anchor;
        if (!corrected && (!deadline.IsRunning || deadline.ExtendedTo is not null))
        {
            return;
        }

        var due = Dates.Count(definition.Due, anchor, turn.Context.Calendar);
        due = deadline.ExtendedTo > due ? deadline.ExtendedTo.Value : due;
        if (corrected || due != deadline.DueOn)
        {
            turn.Add(new DeadlineMoved(
                deadline.Id, deadline.DueOn, due, anchor,
                turn.IsMoved ? MoveReason.DefinitionMoved : corrected ? MoveReason.AnchorCorrected : MoveReason.CalendarChanged,
                Reason: null,
                turn.Context.Calendar.Version, Rearmed(definition, deadline, due, turn.Context)));
        }
    }

    /// <summary>Rungs that fired for the old day and, for the new one, lie ahead.</summary>
    public static string[] Rearmed(
        DeadlineDefinition definition, DeadlineState deadline, DateOnly due, ReviewContext context) =>
        Rearmed(Dates.Ladder(definition, context), deadline, due, context);

    /// <summary>The same of a ladder that is known.</summary>
    public static string[] Rearmed(LadderStep[] ladder, DeadlineState deadline, DateOnly due, ReviewContext context) =>
        deadline.Fired.Count == 0 ? [] :
            [.. Dates.Rungs(ladder, deadline with { DueOn = due, Fired = [] }, context)
                .Where(rung => rung.At > context.PastUntil && deadline.Fired.Contains(rung.Key))
                .Select(rung => rung.Key)];

    private static void End(Turn turn, DeadlineState deadline, DateOnly? met, bool needed)
    {
        if (!turn.State.Deadlines[deadline.Id].IsRunning)
        {
            return;
        }

        if (met is not null)
        {
            turn.Add(new DeadlineMet(deadline.Id, met.Value));
        }
        else if (!needed)
        {
            turn.Add(new DeadlineCancelled(deadline.Id));
        }
    }
}
