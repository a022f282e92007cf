using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>
/// Lets everything follow that follows from the state and the day: stages, items, deadlines, rungs, letters. Run at the end
/// of every command, it leaves nothing that could still follow; run again, it adds nothing.
/// </summary>
internal static class Settle
{
    // Every pass of the loop opens, settles or moves something; a definition has at most 500 items.
    private const int MostPasses = 5000;

    public static void Run(Turn turn)
    {
        var pass = 0;
        int before;
        do
        {
            before = turn.Entries.Count;
            if (turn.State.IsOpen)
            {
                // Before anything is settled: what is to be screened holds up what would publish it.
                ScreeningGate.Intend(turn);
                Items(turn);
                DeadlineKeeping.Run(turn);
                Stages(turn);
            }

            if (++pass > MostPasses)
            {
                throw new InvalidOperationException($"The process {turn.State.Process} does not come to rest.");
            }
        }
        while (turn.Entries.Count > before);

        if (turn.State.IsOpen && turn.Context.Import is null)
        {
            Ladders.Fire(turn);
        }

        LearningLadders.Fire(turn);

        Letters.Make(turn);
    }

    private static void Items(Turn turn)
    {
        foreach (var item in Sentries.InScope(turn.State, turn.Plan))
        {
            if (item.Repeat is not null)
            {
                Repeat(turn, item);
            }
            else
            {
                Open(turn, item);
            }

            if (item is NoticeDefinition or WaitDefinition or ApprovalDefinition)
            {
                foreach (var instance in Open(item, turn.State))
                {
                    SettleByItself(turn, item, instance);
                }
            }
        }
    }

    private static ItemState[] Open(ItemDefinition item, ReviewState state) => item.Repeat is null && item.Each is null
        ? state.Items.GetValueOrDefault(item.Id) is { Status: ItemStatus.Open } one ? [one] : []
        : [.. state.ItemsInOrder.Where(each => each.Definition == item.Id && each.Status == ItemStatus.Open)];

    private static void Open(Turn turn, ItemDefinition item)
    {
        if (item.Each is null && turn.State.Items.GetValueOrDefault(item.Id) is { Status: not ItemStatus.Waiting })
        {
            return;
        }

        var missing = Instance.Of(item, turn.State)
            .Where(instance => turn.State.Items.GetValueOrDefault(instance.Id) is null or { Status: ItemStatus.Waiting })
            .ToArray();
        if (missing.Length == 0 || !Sentries.PredecessorsAreSettled(item, turn.State, turn.Context))
        {
            return;
        }

        if (!Conditions.Hold(item.When, turn.State))
        {
            foreach (var instance in missing)
            {
                turn.Add(new ItemSkipped(instance.Id, item.Id));
            }
        }
        else if (Sentries.Gate(item, turn.State, turn.Context) is not { } gate || gate <= turn.Today)
        {
            foreach (var instance in missing)
            {
                Open(turn, item, instance);
            }
        }
    }

    private static void Repeat(Turn turn, ItemDefinition item)
    {
        if (Sentries.RepetitionIsOver(item.Repeat!, turn.State, turn.Plan))
        {
            if (Sentries.Last(item, turn.State) is { Status: ItemStatus.Open } last)
            {
                turn.Add(new ItemLapsed(last.Id, item.Id, Gap: false));
            }
        }
        else if (turn.Context.Import is null && Sentries.NextOccurrence(item, turn.State, turn.Context) is { } day && day <= turn.Today)
        {
            Open(turn, item, new Instance($"{item.Id}-{Sentries.Occurrences(item, turn.State) + 1}", Label: null));
        }
    }

    private static void Open(Turn turn, ItemDefinition item, Instance instance)
    {
        var about = item is ApprovalDefinition { About: { } document }
            ? turn.State.Items.GetValueOrDefault(document)?.Versions.LastOrDefault()?.Version
            : null;
        turn.Add(new ItemOpened(instance.Id, item.Id, turn.Today, Words.From(instance.Label), about));
        if (item is ApprovalDefinition)
        {
            turn.Write(LetterKind.ApprovalRequest, item.By, new LetterTopic(instance.Id));
        }
        else if (item.Request)
        {
            turn.Write(LetterKind.Request, item.By, new LetterTopic(instance.Id), instance.Label);
        }
    }

    private static void SettleByItself(Turn turn, ItemDefinition item, ItemState instance)
    {
        switch (item)
        {
            case NoticeDefinition notice:
                turn.Write(LetterKind.Notice, notice.To, new LetterTopic(instance.Id));
                turn.Add(new ItemSettled(instance.Id, turn.Today));
                break;
            case WaitDefinition wait when Dates.Of(wait.Until, turn.State, turn.Context, instance) is { } day
                && day <= turn.Today && Publishing.StandsAgainst(item, turn.State, turn.Plan) is null:
                turn.Add(new ItemSettled(instance.Id, day));
                Publishing.Follow(turn, item, instance.Id);
                break;
            case ApprovalDefinition approval when Quorum.IsReached(approval, instance, turn.State) && Publishing.StandsAgainst(item, turn.State, turn.Plan) is null:
                turn.Add(new ItemSettled(instance.Id, turn.Today));
                Publishing.Follow(turn, item, instance.Id);
                break;
        }
    }

    private static void Stages(Turn turn)
    {
        if (turn.State.Stage is null)
        {
            turn.Add(new StageEntered(turn.Plan.Definition.Stages[0].Id, turn.Today));
            return;
        }

        var stage = turn.Plan.Stages[turn.State.Stage];
        if (IsHeld(turn, stage))
        {
            return;
        }

        var next = turn.State.NextStage ?? stage.Then;
        if (next is null && turn.Context.NotEndedBefore > turn.Today)
        {
            return;
        }

        Endings.Lapse(turn, stage.Items);
        if (next is null)
        {
            Endings.Close(turn, new ReviewClosed(), Actor.Engine);
            return;
        }

        Endings.StartOver(turn, turn.Plan.Stages[next]);
        turn.Add(new StageEntered(next, turn.Today));
    }

    // What the stage waits for: its own items, and those of earlier stages that were opened again.
    private static bool IsHeld(Turn turn, StageDefinition stage) =>
        stage.Items.Any(item => Holds(item, turn.State))
        || Sentries.InScope(turn.State, turn.Plan)
            .Any(item => turn.Plan.StageOf.ContainsKey(item.Id) && Holds(item, turn.State));

    /// <summary>Whether a stage waits for an item.</summary>
    public static bool Holds(ItemDefinition item, ReviewState state) =>
        item.Unfinished == Unfinished.Wait && item is not RegisterDefinition && item.Repeat is null
        && !Sentries.IsSettled(item, state);
}
