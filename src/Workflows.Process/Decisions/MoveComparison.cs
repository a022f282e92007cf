using System.Collections.Immutable;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Compares a review with itself as it would be after a move.</summary>
internal static class MoveComparison
{
    public static MoveReport Of(ReviewState state, ReviewContext context, ProcessDefinition to)
    {
        var (from, plan) = (context.Plan, ProcessPlan.Of(to));
        var given = state.Move?.Version == to.Version ? state.Move.Facts : ImmutableDictionary<string, string>.Empty;
        var asks = MoveFit.Missing(state, plan, given);
        var problems = MoveFit.Problems(state, from, plan, asks.Aggregate(given, (known, fact) => known.SetItem(fact.Name, string.Empty)));
        var turn = new Turn(state, context);
        if (problems.Count == 0)
        {
            Moving.Apply(turn, to, new MoveState("move", to.Version, to.Hash, Actor.Engine, context.Now, string.Empty, given), Actor.Engine);
            Settle.Run(turn);
        }

        return new MoveReport
        {
            From = context.Definition.Key,
            To = to.Key,
            Problems = problems,
            Asks = asks,
            Notes = [.. Notes(state, to)],
            Deadlines = problems.Count > 0 ? [] : [.. Deadlines(state, turn.State, from, plan)],
            Actions = problems.Count > 0 ? [] : [.. Actions(state, turn.State, context, turn.Context)],
            LettersCancelled = turn.Entries.Count(entry => entry.Event is LetterCancelled),
        };
    }

    private static IEnumerable<string> Notes(ReviewState state, ProcessDefinition to)
    {
        if (state.DateOf(to.Effective.By) is { } day && (day < to.Effective.From || day > to.Effective.To))
        {
            yield return $"{to.Key} applies by itself where {to.Effective.By} is {to.Effective.From:yyyy-MM-dd}"
                + $"{(to.Effective.To is { } last ? $" to {last:yyyy-MM-dd}" : " or later")}; here it is {day:yyyy-MM-dd}. The move is a choice.";
        }

        foreach (var setting in to.Settings.Where(setting =>
            state.Settings.TryGetValue(setting.Name, out var chosen) && setting.Options.All(option => option.Id != chosen)))
        {
            yield return $"'{setting.Title}': what was chosen is not offered any more; '{setting.Default}' holds.";
        }
    }

    private static IEnumerable<MovedDeadline> Deadlines(ReviewState before, ReviewState after, ProcessPlan from, ProcessPlan to)
    {
        foreach (var id in before.Deadlines.Keys.Concat(after.Deadlines.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var old = before.Deadlines.GetValueOrDefault(id) is { IsRunning: true } running ? running : null;
            var now = after.Deadlines.GetValueOrDefault(id);
            var runs = now is { IsRunning: true };
            if (old is null && now is not null && (runs || !before.Deadlines.ContainsKey(id)))
            {
                var done = now.MetOn is { } met ? $" It was done on {met:yyyy-MM-dd}." : string.Empty;
                yield return new MovedDeadline(
                    id, Title(now, after, to), MoveChange.Appears, From: null, now.DueOn, $"{to.Definition.Key}: {Rule(now, to)}.{done}");
            }
            else if (old is not null && !runs)
            {
                yield return new MovedDeadline(
                    id, Title(old, before, from), MoveChange.Vanishes, old.DueOn, To: null,
                    now is null ? $"{to.Definition.Key} does not count it, or not yet." : "Its work is done or not needed then.");
            }
            else if (old is not null && now!.DueOn != old.DueOn)
            {
                yield return new MovedDeadline(
                    id, Title(now, after, to), MoveChange.Shifts, old.DueOn, now.DueOn,
                    $"{from.Definition.Key}: {Rule(old, from)}. {to.Definition.Key}: {Rule(now, to)}.");
            }
        }
    }

    private static IEnumerable<MovedAction> Actions(ReviewState before, ReviewState after, ReviewContext from, ReviewContext to)
    {
        var old = Offered(before, from);
        var now = Offered(after, to);
        foreach (var (id, action) in now.Where(pair => !old.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var why = from.Plan.Items.ContainsKey(action.Item.Definition)
                ? $"Under {to.Definition.Key} nothing stands before it any more." : $"It is new in {to.Definition.Key}.";
            yield return new MovedAction(id, action.Title, MoveChange.Appears, why);
        }

        foreach (var (id, action) in old.Where(pair => !now.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var why = to.Plan.Items.ContainsKey(action.Item.Definition)
                ? $"Under {to.Definition.Key} it is not asked for at this point." : $"{to.Definition.Key} does not have it.";
            yield return new MovedAction(id, action.Title, MoveChange.Vanishes, why);
        }
    }

    private static Dictionary<string, ReviewAction> Offered(ReviewState state, ReviewContext context) =>
        ReviewActions.For(state, context).Where(action => !DecideMoves.IsMove(action.Item.Id))
            .DistinctBy(action => action.Item.Id).ToDictionary(action => action.Item.Id);

    private static string Title(DeadlineState deadline, ReviewState state, ProcessPlan plan)
    {
        var title = plan.Deadlines[deadline.Definition].Title;
        return deadline.Item is { } item && state.Items.GetValueOrDefault(item)?.Label is { } label ? $"{title}: {label}" : title;
    }

    private static string Rule(DeadlineState deadline, ProcessPlan plan)
    {
        var rule = plan.Deadlines[deadline.Definition];
        var way = rule.Due.Direction == CountDirection.After ? "after" : "before";
        return $"{rule.Due.Budget} {way} {rule.Due.Anchor} ({deadline.Anchor:yyyy-MM-dd}); {rule.Cite}";
    }
}
