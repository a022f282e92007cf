using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Fires the rungs whose time has come, in order, and lets held escalations go on their day.</summary>
internal static class Ladders
{
    private static readonly Budget TimeToRelease = Budget.WorkingDays(2);

    /// <summary>Who releases a held escalation.</summary>
    public const string Releaser = "business-manager";

    public static void Fire(Turn turn)
    {
        var due = Unfired(turn.State, turn.Context)
            .Where(pair => pair.Rung.At <= turn.Context.Now)
            .OrderBy(pair => pair.Rung.At)
            .ThenBy(pair => pair.Deadline.Id, StringComparer.Ordinal)
            .ThenBy(pair => pair.Rung.Definition.Number)
            .ToArray();
        foreach (var (deadline, definition, rung) in due)
        {
            turn.Add(new RungFired(deadline.Id, rung.Key, rung.At, rung.Definition.Escalates));
            var topic = new LetterTopic(deadline.Item, deadline.Id, rung.Key);
            if (!rung.Definition.Escalates)
            {
                Remind(turn, definition, deadline, rung.Definition.Recipients, topic);
            }
            else
            {
                Escalate(turn, deadline, rung, topic);
            }
        }

        var released = turn.State.Held.Values.Where(held => held.GoesOn < turn.Today)
            .OrderBy(held => held.Escalation, StringComparer.Ordinal).ToArray();
        foreach (var held in released)
        {
            Release(turn, held, Actor.Engine);
        }
    }

    // What the business manager releases is what leaves the partnership. Its own senior officers and partners hear at once; of
    // what one agency owes, the officer of that agency.
    private static void Escalate(Turn turn, DeadlineState deadline, Rung rung, LetterTopic topic)
    {
        var held = turn.Context.Roster.EscalationsAreHeld
            ? rung.Definition.Recipients.Where(turn.Plan.Definition.Bodies.ContainsKey).ToArray() : [];
        if (held.Length > 0)
        {
            Hold(turn, deadline, rung, held);
        }

        turn.Write(LetterKind.DelayNotice, rung.Definition.Recipients.Except(held), topic, LabelOf(deadline, turn));
    }

    public static void Release(Turn turn, EscalationHeld held, Actor by)
    {
        turn.Add(new EscalationReleased(held.Escalation), by);
        var item = turn.State.Deadlines.GetValueOrDefault(held.Deadline)?.Item;
        turn.Write(LetterKind.DelayNotice, held.Recipients, new LetterTopic(item, held.Deadline, held.Rung));
    }

    /// <summary>Rungs of running deadlines that have not fired, due or still to come.</summary>
    public static IEnumerable<(DeadlineState Deadline, DeadlineDefinition Definition, Rung Rung)> Unfired(
        ReviewState state, ReviewContext context)
    {
        foreach (var deadline in state.Deadlines.Values)
        {
            if (deadline.IsRunning)
            {
                var definition = context.Plan.Deadlines[deadline.Definition];
                foreach (var rung in Dates.Rungs(definition, deadline, context))
                {
                    yield return (deadline, definition, rung);
                }
            }
        }
    }

    /// <summary>The roles that have to do the work of a deadline now.</summary>
    public static IEnumerable<string> Responsible(DeadlineDefinition definition, DeadlineState deadline, Turn turn) =>
        definition.MetBy.Select(id => turn.Plan.Items[id])
            .Where(item => deadline.Item is not null || !Sentries.IsSettled(item, turn.State))
            .SelectMany(item => item is ApprovalDefinition approval
                ? Quorum.Outstanding(approval, turn.State.Items.GetValueOrDefault(deadline.Item ?? item.Id))
                : item.By)
            .Distinct();

    private static void Remind(
        Turn turn, DeadlineDefinition definition, DeadlineState deadline, IReadOnlyList<string> recipients, LetterTopic topic)
    {
        var label = LabelOf(deadline, turn);
        foreach (var recipient in recipients)
        {
            turn.Write(
                LetterKind.Reminder,
                recipient == RungDefinition.Responsible ? Responsible(definition, deadline, turn) : [recipient],
                topic, label);
        }
    }

    private static string? LabelOf(DeadlineState deadline, Turn turn) =>
        deadline.Item is null ? null : turn.State.Items.GetValueOrDefault(deadline.Item)?.Label;

    private static void Hold(Turn turn, DeadlineState deadline, Rung rung, IReadOnlyList<string> recipients)
    {
        var id = $"release-{turn.State.HeldCount + 1}";
        turn.Add(new EscalationHeld(
            id, deadline.Id, rung.Key, recipients, turn.Context.Calendar.After(turn.Today, TimeToRelease)));
        turn.Write(LetterKind.Request, [Releaser], new LetterTopic(id, deadline.Id));
    }
}
