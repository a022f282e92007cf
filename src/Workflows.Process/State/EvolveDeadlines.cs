using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of deadlines, ladders and escalations.</summary>
internal static class EvolveDeadlines
{
    public static ReviewState Apply(ReviewState state, ReviewEvent what) => what switch
    {
        DeadlineArmed e => Put(state, new DeadlineState
        {
            Id = e.Deadline, Definition = e.Definition, Item = e.Item, Anchor = e.Anchor, DueOn = e.DueOn,
            Fired = [.. e.Passed ?? []],
        }),
        DeadlineMoved e => Change(state, e.Deadline, deadline => deadline with
        {
            Anchor = e.Anchor,
            DueOn = e.To,
            ExtendedTo = e.Because == MoveReason.Extended ? e.To : deadline.ExtendedTo,
            Fired = deadline.Fired.Except(e.Rearmed).Union(e.Passed ?? []),
            DelayReason = e.Because == MoveReason.Extended ? e.Reason?.Text : deadline.DelayReason,
        }),
        DeadlineMet e => Change(state, e.Deadline, deadline => deadline with { MetOn = e.On }),
        DeadlineCancelled e => Change(state, e.Deadline, deadline => deadline with { Cancelled = true }),
        DelayExplained e => Change(state, e.Deadline, deadline => deadline with { DelayReason = e.Reason.Text }),
        RungFired e => Change(state, e.Deadline, deadline => deadline with { Fired = deadline.Fired.Add(e.Rung) }),
        EscalationHeld e => state with
        {
            Held = state.Held.SetItem(e.Escalation, e), HeldCount = state.HeldCount + 1,
        },
        EscalationReleased e => state with { Held = state.Held.Remove(e.Escalation) },
        _ => state,
    };

    // Limits of recommendations go on when the review has closed, and are kept apart from those of its definition.
    private static ReviewState Put(ReviewState state, DeadlineState deadline) => LimitName.IsOne(deadline.Id)
        ? state with { Learning = state.Learning with { Limits = state.Learning.Limits.SetItem(deadline.Id, deadline) } }
        : state with { Deadlines = state.Deadlines.SetItem(deadline.Id, deadline) };

    private static ReviewState Change(ReviewState state, string id, Func<DeadlineState, DeadlineState> change) =>
        state.FindDeadline(id) is { } deadline ? Put(state, change(deadline)) : state;
}
