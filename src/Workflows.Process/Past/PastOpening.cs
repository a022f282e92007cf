using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Past;

/// <summary>
/// Sees that an item was open on the day on which it was done. What must have been over by then, but stands in no record, is passed
/// over; a gate is not asked, since what happened has happened.
/// </summary>
internal sealed class PastOpening(Turn turn, IReadOnlyList<PastStep> later, List<PastProblem> problems)
{
    private const int MostPasses = 600;
    private const int MostTries = 60;

    /// <summary>The day on which to try again, where what comes first is told for that day.</summary>
    public DateOnly? PutOff { get; private set; }

    public bool Open(PastStep step)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (turn.State.Items.GetValueOrDefault(step.Item) is { Status: ItemStatus.Open })
            {
                return true;
            }

            if (!Prepare(step))
            {
                return false;
            }

            Settle.Run(turn);
        }

        return No(step, "It does not come to its turn.", "Give the days of the steps before it as well.");
    }

    private bool Prepare(PastStep step)
    {
        var item = PastSteps.ItemOf(step.Item, turn.Plan)!;
        if (!turn.State.IsOpen)
        {
            return No(step, $"By then the review was {turn.State.Status.ToString().ToLowerInvariant()}.", "Correct the day or the outcome that ended it.");
        }

        if (turn.State.Items.GetValueOrDefault(step.Item) is { IsSettled: true } settled)
        {
            return settled.Status == ItemStatus.Skipped
                ? No(step, $"'{item.Title}' was not needed by the answers given.", "Leave it empty, or correct the answers and outcomes.")
                : No(step, $"The stage of '{item.Title}' was over by then.", "Correct the day, or leave it empty: what never came in its time is a gap.");
        }

        if (Sentries.InScope(turn.State, turn.Plan).All(each => each.Id != item.Id))
        {
            return LeaveStage(step, item);
        }

        if (Sentries.UnsettledPredecessors(item, turn.State, turn.Context).FirstOrDefault() is { } before)
        {
            return PassOver(before, step);
        }

        // A gate, or a repetition that came on a day of its own.
        turn.Add(new ItemOpened(step.Item, item.Id, turn.Today, Label(item, step.Item)));
        return true;
    }

    private bool LeaveStage(PastStep step, ItemDefinition item)
    {
        var here = turn.State.Stage!;
        var home = turn.Plan.StageOf[item.Id];
        if (turn.State.Stages.ContainsKey(home) || !turn.Plan.Graph.Leads(here, home))
        {
            return No(
                step, $"By the outcomes given, the review does not come from '{turn.Plan.Stages[here].Title}' to '{turn.Plan.Stages[home].Title}' here.",
                "Correct the outcome of the decision before it, or leave this empty.");
        }

        var holder = turn.Plan.Stages[here].Items.FirstOrDefault(each => Settle.Holds(each, turn.State));
        return holder is not null
            ? PassOver(holder, step)
            : No(step, $"The review stands in '{turn.Plan.Stages[here].Title}'.", "Give the days of the steps before it as well.");
    }

    // The last of those that something waits for: what comes by itself comes when that is over.
    private bool PassOver(ItemDefinition item, PastStep step)
    {
        for (var depth = 0; depth < MostPasses
            && Sentries.UnsettledPredecessors(item, turn.State, turn.Context).FirstOrDefault() is { } before; depth++)
        {
            item = before;
        }

        var ids = Instance.Of(item, turn.State).Select(instance => instance.Id)
            .Where(id => turn.State.Items.GetValueOrDefault(id) is not { IsSettled: true }).ToArray();
        if (later.FirstOrDefault(each => ids.Contains(each.Item)) is { } known)
        {
            // What bears a date of its own may have been recorded after its day; what was done on one day has no order.
            if (step.Tries < MostTries && (known.Day == turn.Today || PastSteps.ItemOf(step.Item, turn.Plan)!.On is not null))
            {
                PutOff = known.Day;
                return false;
            }

            return No(
                step, $"This was done on {step.On:yyyy-MM-dd}, but it comes after '{item.Title}', which {known.Item}.on says was done on {known.On:yyyy-MM-dd}.",
                "Give the days in the order in which things were done.");
        }

        if (item is DecisionDefinition decision && decision.Outcomes.Any(outcome => outcome.Go is not null || outcome.Close is not null))
        {
            problems.Add(new PastProblem(
                $"{item.Id}.outcome", $"'{item.Title}' decides how the review went on to {step.Item}, and is not told.",
                $"Give {item.Id}.on and {item.Id}.outcome, one of: {string.Join(", ", decision.Outcomes.Select(outcome => outcome.Id))}."));
            return false;
        }

        foreach (var id in ids)
        {
            turn.Add(new ItemUnrecorded(id, item.Id));
        }

        return ids.Length > 0
            || No(step, $"It comes after '{item.Title}', which cannot be passed over.", "Give the days of the steps before it as well.");
    }

    private Words? Label(ItemDefinition item, string id) => item.Each is null ? null
        : Words.From(Instance.Of(item, turn.State).FirstOrDefault(instance => instance.Id == id).Label);

    private bool No(PastStep step, string what, string remedy)
    {
        problems.Add(new PastProblem($"{step.Item}.on", what, remedy));
        return false;
    }
}
