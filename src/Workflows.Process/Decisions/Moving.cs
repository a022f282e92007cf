using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>
/// Moves a review to a newer version within a turn: what that version does not have leaves, running deadlines are counted by its
/// rules, and what is done stays done. What would have fallen due before the move under the newer rules does not fire.
/// </summary>
internal static class Moving
{
    public static void Apply(Turn turn, ProcessDefinition to, MoveState move, Actor by)
    {
        var plan = ProcessPlan.Of(to);
        var settings = Settings(turn.State, to);
        var ahead = turn.State with { Settings = turn.State.Settings.Clear().SetItems(settings), Facts = turn.State.Facts.SetItems(move.Facts) };
        var items = turn.State.ItemsInOrder.Where(item => !plan.Items.ContainsKey(item.Definition)).Select(item => item.Id).ToArray();
        var deadlines = turn.State.Deadlines.Values.Where(deadline => IsGone(deadline, items, ahead, plan))
            .Select(deadline => deadline.Id).Order(StringComparer.Ordinal).ToArray();
        turn.Add(
            new DefinitionMoved(move.Id, to.Id, turn.State.Version, to.Version, to.Hash, settings, items, deadlines), by);
        turn.MoveTo(to);
        foreach (var deadline in turn.State.Deadlines.Values.Where(each => each.IsRunning).OrderBy(each => each.Id, StringComparer.Ordinal).ToArray())
        {
            Count(turn, plan.Deadlines[deadline.Definition], deadline);
        }
    }

    // Also gone is one whose anchor is not known under the newer rules: it is armed when it is.
    private static bool IsGone(DeadlineState deadline, string[] items, ReviewState ahead, ProcessPlan plan)
    {
        if (!plan.Deadlines.TryGetValue(deadline.Definition, out var definition)
            || (deadline.Item is { } item && items.Contains(item))
            || deadline.Item is null == plan.Items.ContainsKey(deadline.Definition))
        {
            return true;
        }

        return deadline.IsRunning && Anchor(definition, deadline, ahead, plan) is null;
    }

    private static DateOnly? Anchor(DeadlineDefinition definition, DeadlineState deadline, ReviewState state, ProcessPlan plan) =>
        Dates.Of(definition.Due.Anchor, state, plan, deadline.Item is { } own ? state.Items.GetValueOrDefault(own) : null);

    private static void Count(Turn turn, DeadlineDefinition definition, DeadlineState deadline)
    {
        var anchor = Anchor(definition, deadline, turn.State, turn.Plan)!.Value;
        var due = Dates.Count(definition.Due, anchor, turn.Context.Calendar);
        due = deadline.ExtendedTo > due ? deadline.ExtendedTo.Value : due;

        // Rungs go by their place in the ladder, and the ladder may be another one: of the new one, what lies behind has passed.
        var passed = Dates.Rungs(definition, deadline with { DueOn = due, Fired = [] }, turn.Context)
            .Where(rung => rung.At <= turn.Context.Now).Select(rung => rung.Key).ToArray();
        string[] rearmed = [.. deadline.Fired.Except(passed).Order(StringComparer.Ordinal)];
        string[] news = [.. passed.Except(deadline.Fired)];
        if (due != deadline.DueOn || anchor != deadline.Anchor || rearmed.Length > 0 || news.Length > 0)
        {
            turn.Add(new DeadlineMoved(
                deadline.Id, deadline.DueOn, due, anchor, MoveReason.DefinitionMoved, Reason: null, turn.Context.Calendar.Version,
                rearmed, news));
        }
    }

    // A partnership's choice stays where it is still offered.
    private static Dictionary<string, string> Settings(ReviewState state, ProcessDefinition to) => to.Settings.ToDictionary(
        setting => setting.Name,
        setting => state.Settings.TryGetValue(setting.Name, out var chosen) && setting.Options.Any(option => option.Id == chosen)
            ? chosen : setting.Default);
}
