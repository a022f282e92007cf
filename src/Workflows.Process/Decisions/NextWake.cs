using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Learning;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>When a review is next to be looked at by the engine: one instant for all its rungs, gates, waits, letters and links.</summary>
public static class NextWake
{
    /// <summary>The earliest instant at which anything falls due, or null where nothing will. It may have passed.</summary>
    /// <param name="state">The state.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static DateTimeOffset? Of(ReviewState state, ReviewContext context)
    {
        var instants = state.LettersToSend
            .Select(id => LetterTiming.DueAt(state.Letters[id], context))
            .Where(at => at != DateTimeOffset.MaxValue)
            .Concat(LearningLadders.Unfired(state, context).Select(pair => pair.Rung.At));
        if (state.Starts.Values.Any(start => start.Status == StartStatus.Ready) || state.Links.Values.Any(link => link.IsToTell))
        {
            instants = instants.Append(state.ChangedAt);
        }

        if (ScreeningGate.NextWake(state, context) is { } screening)
        {
            instants = instants.Append(screening);
        }

        if (state.IsOpen && state.Sequence > 0)
        {
            instants = instants
                .Concat(Days(state, context).Select(LondonTime.StartOf))
                .Concat(Ladders.Unfired(state, context).Select(pair => pair.Rung.At));
        }

        // What was ordered is done at once, or tried again.
        if (state.Keeping is { OrderedAt: { } ordered, Destroyed: null })
        {
            instants = instants.Append(ordered);
        }

        return instants.Select(at => (DateTimeOffset?)at).Min();
    }

    private static IEnumerable<DateOnly> Days(ReviewState state, ReviewContext context)
    {
        foreach (var held in state.Held.Values)
        {
            yield return held.GoesOn.AddDays(1);
        }

        foreach (var item in Sentries.InScope(state, context.Plan))
        {
            foreach (var day in Days(item, state, context))
            {
                yield return day;
            }
        }
    }

    private static IEnumerable<DateOnly> Days(ItemDefinition item, ReviewState state, ReviewContext context)
    {
        if (item.Repeat is not null)
        {
            // What came again in the past is told, and does not come by itself.
            return context.Import is null && Sentries.NextOccurrence(item, state, context) is { } next ? [next] : [];
        }

        if (item is WaitDefinition wait && state.Items.GetValueOrDefault(item.Id) is { Status: ItemStatus.Open } open)
        {
            return Dates.Of(wait.Until, state, context, open) is { } until && (until > context.Today || Publishing.StandsAgainst(wait, state, context.Plan) is null) ? [until] : [];
        }

        if (item.Each is null && state.Items.GetValueOrDefault(item.Id) is { Status: not ItemStatus.Waiting })
        {
            return [];
        }

        var missing = Instance.Of(item, state)
            .Any(instance => state.Items.GetValueOrDefault(instance.Id) is null or { Status: ItemStatus.Waiting });
        if (!missing)
        {
            return [];
        }

        if (Sentries.PredecessorsAreSettled(item, state, context))
        {
            return Sentries.Gate(item, state, context) is { } gate && gate != DateOnly.MaxValue ? [gate] : [];
        }

        // It may open when a predecessor's due day has passed.
        return item.After.Where(before => before.OrDue)
            .SelectMany(before => state.Deadlines.Values.Where(deadline =>
                deadline.IsRunning && deadline.Definition == before.Item && deadline.DueOn >= context.Today))
            .Select(deadline => deadline.DueOn.AddDays(1));
    }
}
