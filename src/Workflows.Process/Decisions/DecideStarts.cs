using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Answers to a review that is to be started, and what became of it.</summary>
internal static class DecideStarts
{
    /// <summary>Outcome that opens it.</summary>
    public const string Open = "open";

    /// <summary>Outcome that leaves it.</summary>
    public const string Leave = "leave";

    public static Refusal? Choose(Turn turn, StartState start, MakeDecision command, Caller caller)
    {
        if (start.Status != StartStatus.Asked || turn.Context.Catalogue.Find(start.Process) is not { } latest)
        {
            return Refusals.Conflict("already-done", "This has been answered.");
        }

        if (Refusals.Role(latest.OpenedBy, caller, latest, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (command.Outcome == Leave)
        {
            if (TextCheck.Refuse("rationale", command.Rationale, required: true, "Give the reason why it is not opened.") is { } unsaid)
            {
                return unsaid;
            }

            turn.Add(new StartDropped(start.Id, new Words(command.Rationale!.Trim())), actor);
            return null;
        }

        if (command.Outcome != Open)
        {
            return Refusals.Invalid("outcome-is-offered", "outcome", $"Choose one of: {Open}, {Leave}.");
        }

        return Answer(turn, start, latest, command, actor);
    }

    private static Refusal? Answer(Turn turn, StartState start, ProcessDefinition latest, MakeDecision command, Actor actor)
    {
        // The date that decides may be among what is asked now.
        var dates = start.Facts.ToDictionary();
        foreach (var (name, input) in command.Facts)
        {
            dates[name] = input.Text;
        }

        var choice = turn.Context.Catalogue.Choose(latest.Id, dates);
        var definition = choice.Definition ?? latest;
        var known = start.Trouble is null ? start.Facts : start.Facts.RemoveRange(command.Facts.Keys);
        var asked = definition.Facts.Where(fact => !known.ContainsKey(fact.Name)).ToArray();
        var check = new FactCheck(ReviewState.Empty with { Facts = known }, turn.Today);
        if (check.Check(asked, command.Facts) is { } wrong)
        {
            return wrong;
        }

        if (!choice.IsMade)
        {
            return Refusals.Conflict("version-applies", choice.Refusal);
        }

        turn.Add(new StartAnswered(start.Id, check.Facts, check.Texts), actor);
        return null;
    }

    public static Refusal? Record(Turn turn, RecordStart record)
    {
        if (turn.State.Starts.GetValueOrDefault(record.Start) is not { Status: StartStatus.Ready } start)
        {
            return Refusals.Conflict("start-is-ready", "This start has been recorded.");
        }

        if (record.Review is { } review)
        {
            turn.Add(new ReviewLinked(review, start.Process, start.Kind, Side(start.Kind), start.Id, Told: true));
            return null;
        }

        turn.Add(new StartFailed(start.Id, record.Trouble ?? "It was refused."));
        if (Starting.Asked(start, turn.Context) is { } asked)
        {
            turn.Write(LetterKind.Request, asked.Definition.OpenedBy, new LetterTopic(start.Id));
        }

        return null;
    }

    /// <summary>The action by which a person opens it or leaves it; null where its process is gone.</summary>
    public static ReviewAction? Action(StartState start, ReviewContext context) =>
        Starting.Asked(start, context) is not { } asked ? null : new ReviewAction
        {
            Item = new ItemState { Id = start.Id, Definition = start.Id, Status = ItemStatus.Open },
            Definition = new DecisionDefinition
            {
                Id = start.Id,
                Title = $"Open the review that was decided on: {asked.Definition.Title}",
                Help = start.Trouble is { } trouble
                    ? $"It could not be opened: {trouble}"
                    : "It is linked to this review. What is known already is carried over. Where it is not to be opened, say why.",
                By = asked.Definition.OpenedBy,
                RationaleRequired = false,
                Ask = asked.Ask,
                Outcomes =
                [
                    new OutcomeDefinition(Open, "Open it", Usual: true, Go: null, Close: null, [], [], Start: null),
                    new OutcomeDefinition(Leave, "Do not open it", Usual: false, Go: null, Close: null, [], [], Start: null),
                ],
            },
            Roles = asked.Definition.OpenedBy,
        };

    /// <summary>The side of the review that led to another.</summary>
    public static LinkSide Side(string kind) => LinkKind.Find(kind) is { IsMutual: true } ? LinkSide.Beside : LinkSide.Leads;
}
