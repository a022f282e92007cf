using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>What ends with a stage or a review, and what starts over.</summary>
internal static class Endings
{
    /// <summary>Lapses whatever of these items is not settled.</summary>
    public static void Lapse(Turn turn, IEnumerable<ItemDefinition> items)
    {
        foreach (var item in items)
        {
            var gap = item.Unfinished == Unfinished.Gap && item is TaskDefinition or DocumentDefinition or DecisionDefinition;
            if (item.Repeat is not null || item is RegisterDefinition)
            {
                foreach (var open in turn.State.ItemsInOrder.Where(each => each.Definition == item.Id && !each.IsSettled).ToArray())
                {
                    turn.Add(new ItemLapsed(open.Id, item.Id, Gap: false));
                }

                continue;
            }

            foreach (var instance in Instance.Of(item, turn.State))
            {
                var state = turn.State.Items.GetValueOrDefault(instance.Id);
                if (state is not { IsSettled: true })
                {
                    // What never opened was never asked for: no gap in what was asked.
                    turn.Add(new ItemLapsed(instance.Id, item.Id, gap && state?.Status == ItemStatus.Open));
                }
            }
        }
    }

    /// <summary>Ends the review: what is open lapses, deadlines no longer run.</summary>
    public static void Close(Turn turn, ReviewEvent ending, Actor by)
    {
        var stage = turn.State.Stage is { } id ? turn.Plan.Stages[id].Items : [];
        Lapse(turn, stage.Concat(turn.Plan.Definition.Alongside));
        foreach (var deadline in turn.State.Deadlines.Values.Where(each => each.IsRunning).OrderBy(each => each.Id, StringComparer.Ordinal).ToArray())
        {
            turn.Add(new DeadlineCancelled(deadline.Id));
        }

        turn.Add(ending, by);
    }

    /// <summary>Makes the items of a stage that was left before ready to open anew.</summary>
    public static void StartOver(Turn turn, StageDefinition stage)
    {
        foreach (var item in stage.Items)
        {
            foreach (var known in turn.State.ItemsInOrder.Where(each => each.Definition == item.Id).ToArray())
            {
                Reset(turn, known);
            }
        }
    }

    /// <summary>
    /// Opens settled items again and tells those who do them; whatever comes after them starts over.
    /// </summary>
    public static void Reopen(Turn turn, IReadOnlyList<string> items)
    {
        foreach (var follower in turn.Plan.AllFollowers(items).Where(id => !items.Contains(id)).Order(StringComparer.Ordinal))
        {
            foreach (var known in turn.State.ItemsInOrder.Where(each => each.Definition == follower).ToArray())
            {
                Reset(turn, known);
            }
        }

        foreach (var known in items.SelectMany(id => turn.State.ItemsInOrder.Where(each => each.Definition == id)).ToArray())
        {
            turn.Add(new ItemReopened(known.Id, turn.Today));
            turn.Write(LetterKind.Request, turn.Plan.Items[known.Definition].By, new LetterTopic(known.Id), known.Label);
        }
    }

    /// <summary>
    /// Makes an item start over; its own deadline does not run meanwhile. Of a repeating item, what was done stays done, and
    /// an open occurrence lapses: the next one comes with time.
    /// </summary>
    public static void Reset(Turn turn, ItemState item)
    {
        if (turn.Plan.Items[item.Definition].Repeat is not null)
        {
            if (item.Status == ItemStatus.Open)
            {
                turn.Add(new ItemLapsed(item.Id, item.Definition, Gap: false));
            }

            return;
        }

        if (item.Status == ItemStatus.Waiting)
        {
            return;
        }

        if (turn.State.Deadlines.TryGetValue(item.Id, out var deadline) && deadline.IsRunning)
        {
            turn.Add(new DeadlineCancelled(deadline.Id));
        }

        turn.Add(new ItemReset(item.Id));
    }
}
