using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Commands about tasks, registers and decisions.</summary>
internal static class DecideItems
{
    public static Refusal? Complete(Turn turn, CompleteTask command, Caller caller)
    {
        if (turn.State.Held.TryGetValue(command.Item, out var held))
        {
            return Release(turn, held, caller);
        }

        if (DecideComments.Find(turn.State, command.Item) is { } comment)
        {
            return DecideComments.Complete(turn, comment, command, caller);
        }

        if ((Find<ItemDefinition>(turn, command.Item, "task", caller, out var item, out var actor)
            ?? DecideReviewers.Incomplete(item, turn.State)
            ?? TextCheck.Refuse("note", command.Note, required: false, string.Empty)) is { } refusal)
        {
            return refusal;
        }

        var check = new FactCheck(turn.State, turn.Today);
        if ((check.Check(item.Ask, command.Facts) ?? Publishing.Check(item, turn.State, turn.Plan)) is { } wrong)
        {
            return wrong;
        }

        var note = Words.From(command.Note);
        if (item is RegisterDefinition)
        {
            turn.Add(new RegisterEntryAdded(command.Item, check.Facts, check.Texts, note), actor);
            return null;
        }

        turn.Add(new TaskCompleted(command.Item, DoneOn(turn, item, check), check.Facts, check.Texts, note), actor);
        Publishing.Follow(turn, item, command.Item, actor);
        return null;
    }

    public static Refusal? Choose(Turn turn, MakeDecision command, Caller caller)
    {
        if (turn.State.Starts.TryGetValue(command.Item, out var start))
        {
            return DecideStarts.Choose(turn, start, command, caller);
        }

        if (DecideScreening.IsAction(command.Item))
        {
            return DecideScreening.Choose(turn, command, caller);
        }

        if (Find<DecisionDefinition>(turn, command.Item, "decision", caller, out var found, out var actor) is { } refusal)
        {
            return refusal;
        }

        var decision = (DecisionDefinition)found;
        if (decision.Outcomes.FirstOrDefault(each => each.Id == command.Outcome) is not { } outcome)
        {
            var choices = string.Join(", ", decision.Outcomes.Select(each => each.Id));
            return Refusals.Invalid("outcome-is-offered", "outcome", $"Choose one of: {choices}.");
        }

        var check = new FactCheck(turn.State, turn.Today);
        if ((TextCheck.Refuse("rationale", command.Rationale, decision.RationaleRequired, "Give the reasons for the decision.")
            ?? check.Check(decision.Ask, command.Facts)
            ?? Publishing.Check(decision, turn.State, turn.Plan)) is { } wrong)
        {
            return wrong;
        }

        turn.Add(
            new DecisionMade(
                command.Item, outcome.Id, DoneOn(turn, decision, check), Words.From(command.Rationale), check.Facts,
                check.Texts, outcome.Go),
            actor);
        Publishing.Follow(turn, decision, command.Item, actor);
        Starting.Follow(turn, command.Item, outcome, DoneOn(turn, decision, check), actor);
        Follow(turn, command.Item, outcome, actor);
        return null;
    }

    private static void Follow(Turn turn, string item, OutcomeDefinition outcome, Actor actor)
    {
        turn.Write(LetterKind.Notice, outcome.Tells, new LetterTopic(item, Outcome: outcome.Id));
        if (outcome.Reopens.Count > 0)
        {
            Endings.Reopen(turn, outcome.Reopens);
        }

        if (outcome.Close is { } ending)
        {
            Endings.Close(turn, ending == ReviewEnding.Closed ? new ReviewClosed() : new ReviewWithdrawn(Reason: null), actor);
        }
    }

    /// <summary>Finds an open item of a kind that the person may do.</summary>
    public static Refusal? Find<T>(
        Turn turn, string id, string what, Caller caller, out ItemDefinition item, out Actor actor)
        where T : ItemDefinition
    {
        actor = Actor.Engine;
        var instance = turn.State.Items.GetValueOrDefault(id);
        var known = instance is not null
            ? turn.Plan.Items.GetValueOrDefault(instance.Definition)
            : turn.Plan.Items.GetValueOrDefault(id) ?? turn.Plan.Items.GetValueOrDefault(WithoutNumber(id));
        item = known!;
        if (known is not T || (what == "task" && known is not (TaskDefinition or RegisterDefinition)))
        {
            return Refusals.Unknown(what, id);
        }

        return Refusals.Role(known.By, caller, turn.Plan.Definition, out actor)
            ?? (instance is { Status: ItemStatus.Open } ? null : Refusals.NotOpen(known, instance, turn.State, turn.Context))
            ?? Refusals.SameDoer(known, caller, turn.State, turn.Plan);
    }

    /// <summary>The day that counts: the asked date where the item names one, else today.</summary>
    private static DateOnly DoneOn(Turn turn, ItemDefinition item, FactCheck check) =>
        item.On is { } on && check.Facts.TryGetValue(on, out var text) ? DateOnly.ParseExact(text, "yyyy-MM-dd") : turn.Today;

    private static Refusal? Release(Turn turn, EscalationHeld held, Caller caller)
    {
        if (Refusals.Role([Ladders.Releaser], caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        Ladders.Release(turn, held, actor);
        return null;
    }

    private static string WithoutNumber(string id)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && id.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? id[..dash] : id;
    }
}
