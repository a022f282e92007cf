using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Arms, meets, moves and cancels the limits of recommendations.</summary>
internal static class LimitKeeping
{
    /// <summary>Begins a limit, on a day or after the time that its rule gives.</summary>
    public static void Arm(Turn turn, LimitKind kind, int recommendation, int number, DateOnly? dueOn)
    {
        var rule = LearningRules.Current.Limits[kind];
        Arm(turn, LimitName.Of(kind, recommendation, number), rule, dueOn ?? turn.Context.Calendar.After(turn.Today, rule.Within!.Value));
    }

    /// <summary>
    /// Begins a limit anew on its old day. Of what is past, no letter is sent once more.
    /// </summary>
    public static void ArmAgain(Turn turn, DeadlineState limit) => Arm(turn, limit.Id, LearningRules.LimitOf(limit), limit.DueOn);

    public static void Meet(Turn turn, string id, DateOnly on, Actor by)
    {
        if (turn.State.FindDeadline(id) is { IsRunning: true })
        {
            turn.Add(new DeadlineMet(id, on), by);
        }
    }

    public static void Cancel(Turn turn, IEnumerable<DeadlineState> limits)
    {
        foreach (var limit in limits.ToArray())
        {
            turn.Add(new DeadlineCancelled(limit.Id));
        }
    }

    public static void Extend(Turn turn, DeadlineState limit, DateOnly to, string reason, Actor by)
    {
        var rearmed = DeadlineKeeping.Rearmed(LearningRules.LimitOf(limit).Steps, limit, to, turn.Context);
        turn.Add(
            new DeadlineMoved(
                limit.Id, limit.DueOn, to, limit.Anchor, MoveReason.Extended, Words.From(reason), turn.Context.Calendar.Version, rearmed),
            by);
    }

    private static void Arm(Turn turn, string id, LearningLimit rule, DateOnly dueOn)
    {
        var armed = new DeadlineState { Id = id, Definition = rule.Id, Anchor = turn.Today, DueOn = dueOn };
        string[] passed = [.. Dates.Rungs(rule.Steps, armed, turn.Context)
            .Where(rung => rung.At <= turn.Context.Now).Select(rung => rung.Key)];
        turn.Add(new DeadlineArmed(id, rule.Id, Item: null, turn.Today, dueOn, turn.Context.Calendar.Version, passed));
    }
}
