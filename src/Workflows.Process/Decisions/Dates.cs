using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Finds the days that moments and anchors stand for, as far as they are known.</summary>
internal static class Dates
{
    /// <summary>The time of day at which rungs fire, Europe/London.</summary>
    public static readonly TimeOnly MorningPost = new(9, 0);

    public static DateOnly? Of(Moment moment, ReviewState state, ReviewContext context, ItemState? own = null) =>
        Of(moment.Anchor, state, context.Plan, own) is { } anchor ? Count(moment, anchor, context.Calendar) : null;

    public static DateOnly Count(Moment moment, DateOnly anchor, WorkingCalendar calendar) =>
        moment.Direction == CountDirection.After
            ? calendar.After(anchor, moment.Budget)
            : calendar.Before(anchor, moment.Budget);

    /// <summary>The date of an anchor, or null. An item's own opening is meant where it names itself.</summary>
    public static DateOnly? Of(Anchor anchor, ReviewState state, ProcessPlan plan, ItemState? own = null) =>
        anchor.Kind switch
        {
            AnchorKind.ReviewOpened => state.OpenedOn,
            AnchorKind.StageOpened => state.Stages.TryGetValue(anchor.Name, out var on) ? on : null,
            AnchorKind.ItemOpened when own?.Definition == anchor.Name => own.OpenedOn,
            AnchorKind.ItemOpened => Item(anchor.Name, state) is { Status: ItemStatus.Open or ItemStatus.Done } item
                ? item.OpenedOn : null,
            AnchorKind.ItemDone => Item(anchor.Name, state)?.DoneOn,
            AnchorKind.Fact => state.DateOf(anchor.Name),
            _ => Setting(anchor.Name, state, plan) is { } chosen ? Of(chosen, state, plan, own) : null,
        };

    /// <summary>The instants at which a deadline's rungs fire that have not fired, in the order of the ladder.</summary>
    public static IEnumerable<Rung> Rungs(DeadlineDefinition definition, DeadlineState deadline, ReviewContext context) =>
        Rungs(Ladder(definition, context), deadline, context);

    /// <summary>The steps of a deadline's ladder; none where it has no ladder.</summary>
    public static LadderStep[] Ladder(DeadlineDefinition definition, ReviewContext context) =>
        definition.Ladder is not null && context.Plan.Ladders.TryGetValue(definition.Ladder, out var ladder) ? ladder : [];

    /// <summary>The same of a ladder that is known.</summary>
    public static IEnumerable<Rung> Rungs(LadderStep[] ladder, DeadlineState deadline, ReviewContext context)
    {
        foreach (var step in ladder)
        {
            if (!deadline.Fired.Contains(step.Key))
            {
                var day = step.Rung.Direction == CountDirection.After
                    ? context.Calendar.After(deadline.DueOn, step.Budget)
                    : context.Calendar.Before(deadline.DueOn, step.Budget);
                yield return new Rung(step.Key, LondonTime.At(day, MorningPost), step.Rung);
            }
        }
    }

    private static ItemState? Item(string id, ReviewState state) => state.Items.GetValueOrDefault(id);

    private static Anchor? Setting(string name, ReviewState state, ProcessPlan plan)
    {
        var setting = plan.Definition.Settings.FirstOrDefault(each => each.Name == name);
        var chosen = state.Settings.GetValueOrDefault(name) ?? setting?.Default;
        return setting?.Options.FirstOrDefault(option => option.Id == chosen)?.Anchor;
    }
}

/// <summary>A rung that has not fired, and when it does.</summary>
internal readonly record struct Rung(string Key, DateTimeOffset At, RungDefinition Definition);
