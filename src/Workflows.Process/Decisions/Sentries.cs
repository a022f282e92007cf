using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Tells whether an item may open: its predecessors, its gate, its condition.</summary>
internal static class Sentries
{
    /// <summary>
    /// The items that can open, settle or hold the main line now: of the present stage, alongside, and of earlier stages
    /// those that start over.
    /// </summary>
    public static IReadOnlyList<ItemDefinition> InScope(ReviewState state, ProcessPlan plan)
    {
        var scope = state.Stage is null ? [.. plan.Definition.Alongside] : plan.Scopes[state.Stage];
        List<ItemDefinition>? earlier = null;
        foreach (var item in state.ItemsInOrder)
        {
            if (item.Status is ItemStatus.Open or ItemStatus.Waiting
                && plan.StageOf.TryGetValue(item.Definition, out var home) && home != state.Stage
                && earlier?.Exists(known => known.Id == item.Definition) != true)
            {
                (earlier ??= []).Add(plan.Items[item.Definition]);
            }
        }

        return earlier is null ? scope : [.. scope, .. earlier];
    }

    /// <summary>Whether all that must come before an item is settled.</summary>
    public static bool PredecessorsAreSettled(ItemDefinition item, ReviewState state, ReviewContext context) =>
        UnsettledPredecessors(item, state, context).FirstOrDefault() is null;

    /// <summary>The items that an item still waits for.</summary>
    public static IEnumerable<ItemDefinition> UnsettledPredecessors(
        ItemDefinition item, ReviewState state, ReviewContext context)
    {
        var plan = context.Plan;
        foreach (var before in item.After)
        {
            var predecessor = plan.Items[before.Item];
            if (!IsSettled(predecessor, state) && !IsPassedBy(predecessor, state, plan)
                && !(before.OrDue && DueHasPassed(predecessor, state, context)))
            {
                yield return predecessor;
            }
        }

        if (item is ApprovalDefinition { About: { } about } && item.After.All(before => before.Item != about)
            && !IsSettled(plan.Items[about], state))
        {
            yield return plan.Items[about];
        }
    }

    /// <summary>Whether nothing of an item is waited for.</summary>
    public static bool IsSettled(ItemDefinition item, ReviewState state) => item switch
    {
        RegisterDefinition => true,
        { Repeat: not null } => !state.Items.Values.Any(each => each.Definition == item.Id && !each.IsSettled),
        { Each: null } => state.Items.GetValueOrDefault(item.Id) is { IsSettled: true },
        _ => Instance.Of(item, state).All(each => state.Items.GetValueOrDefault(each.Id) is { IsSettled: true }),
    };

    /// <summary>Whether an item belongs to a stage that the review never entered and can no longer come to.</summary>
    public static bool IsPassedBy(ItemDefinition item, ReviewState state, ProcessPlan plan) =>
        state.Stage is { } here && plan.StageOf.TryGetValue(item.Id, out var home) && home != here
        && !state.Stages.ContainsKey(home) && !plan.Graph.Leads(here, home);

    /// <summary>The gate's day: null where there is none, <see cref="DateOnly.MaxValue"/> while it cannot be known.</summary>
    public static DateOnly? Gate(ItemDefinition item, ReviewState state, ReviewContext context) =>
        item.NotBefore is null ? null : Dates.Of(item.NotBefore, state, context) ?? DateOnly.MaxValue;

    /// <summary>The day on which the next occurrence of a repeating item opens; null where none will.</summary>
    public static DateOnly? NextOccurrence(ItemDefinition item, ReviewState state, ReviewContext context)
    {
        var repeat = item.Repeat!;
        if (RepetitionIsOver(repeat, state, context.Plan) || !PredecessorsAreSettled(item, state, context)
            || !Conditions.Hold(item.When, state))
        {
            return null;
        }

        var since = Since(item, state, context.Plan);
        var last = Last(item, state);
        if (last is null)
        {
            return context.Calendar.After(since, repeat.Every);
        }

        if (!last.IsSettled)
        {
            return null;
        }

        // What came before may have been done again since.
        var next = context.Calendar.After(last.OpenedOn > since ? last.OpenedOn : since, repeat.Every);
        return last.DoneOn > next ? last.DoneOn : next;
    }

    /// <summary>Whether a repetition has come to its end.</summary>
    public static bool RepetitionIsOver(Repetition repeat, ReviewState state, ProcessPlan plan) =>
        repeat.Until.Count > 0 && repeat.Until.All(
            item => IsSettled(plan.Items[item], state) || IsPassedBy(plan.Items[item], state, plan));

    /// <summary>The latest occurrence of a repeating item, or null.</summary>
    public static ItemState? Last(ItemDefinition item, ReviewState state) =>
        state.Items.GetValueOrDefault($"{item.Id}-{Occurrences(item, state)}");

    /// <summary>How many occurrences of a repeating item there have been.</summary>
    public static int Occurrences(ItemDefinition item, ReviewState state)
    {
        var count = 0;
        while (state.Items.ContainsKey($"{item.Id}-{count + 1}"))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether an item's deadline has passed for every instance that is not settled.</summary>
    private static bool DueHasPassed(ItemDefinition item, ReviewState state, ReviewContext context) =>
        Instance.Of(item, state).All(each =>
            state.Items.GetValueOrDefault(each.Id) is { IsSettled: true }
            || (state.Deadlines.TryGetValue(each.Id, out var deadline) && deadline.DueOn < context.Today));

    private static DateOnly Since(ItemDefinition item, ReviewState state, ProcessPlan plan)
    {
        var since = plan.StageOf.TryGetValue(item.Id, out var stage) && state.Stages.TryGetValue(stage, out var entered)
            ? entered
            : state.OpenedOn;
        foreach (var before in item.After)
        {
            if (state.Items.GetValueOrDefault(before.Item)?.DoneOn is { } done && done > since)
            {
                since = done;
            }
        }

        return since;
    }
}
