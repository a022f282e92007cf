using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Setting, reporting, extending and evaluating: what is done about a recommendation.</summary>
internal static class DecideActions
{
    public static Refusal? Set(Turn turn, SetAction command, Caller caller)
    {
        if ((DecideLearning.Find(turn, command.Recommendation, caller, LearningAccess.Makers(turn.Plan.Definition), orOwner: true, out var found, out var actor)
            ?? DecideLearning.Ended(found)) is { } refusal)
        {
            return refusal;
        }

        if (found.Actions.Count >= LearningCheck.MostActions)
        {
            return DecideLearning.Full("actions on a recommendation", LearningCheck.MostActions);
        }

        if (turn.State.Learning.Recommendations.Sum(each => each.Actions.Count) >= LearningCheck.MostActionsInAll)
        {
            return DecideLearning.Full("actions in a review", LearningCheck.MostActionsInAll);
        }

        var check = new LearningCheck(turn.Today);
        var text = check.Text("text", command.Text, "Say what is to be done.", LearningCheck.LongestText);
        var dueOn = check.Coming("dueOn", command.DueOn);
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        var number = found.Actions.Count + 1;
        turn.Add(new ActionSet(found.Number, number, text, turn.Today), actor);
        LimitKeeping.Arm(turn, LimitKind.Action, found.Number, number, dueOn);
        foreach (var person in LearningRecipients.People(LearningRecipients.Owner, found, turn.Context).Where(each => each != caller.User))
        {
            turn.WriteTo(person, LetterKind.Request, new LetterTopic(Item: null, LimitName.Of(LimitKind.Action, found.Number, number)));
        }

        return null;
    }

    public static Refusal? Report(Turn turn, ReportAction command, Caller caller)
    {
        if (DecideLearning.Find(turn, command.Recommendation, caller, LearningAccess.Managers(turn.Plan.Definition), orOwner: true, out var found, out var actor) is { } refusal)
        {
            return refusal;
        }

        if (found.FindAction(command.Action) is not { } action)
        {
            return new Refusal(RefusalKind.Unknown, "action-exists", $"Recommendation {found.Number} has no action {command.Action}.");
        }

        if (DecideLearning.Ended(found) is { } ended)
        {
            return ended;
        }

        if (action.Reports.Count >= LearningCheck.MostReports)
        {
            return DecideLearning.Full("reports on an action", LearningCheck.MostReports);
        }

        var check = new LearningCheck(turn.Today);
        var evidence = check.Text("evidence", command.Evidence, command.Progress == ActionProgress.Dropped
            ? "Say why it will not be done." : "Say what shows it.");
        var on = check.Past("on", command.On, action.SetOn);
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        turn.Add(new ActionReported(found.Number, action.Number, command.Progress, evidence, on), actor);
        var limit = turn.State.Learning.Limits[LimitName.Of(LimitKind.Action, found.Number, action.Number)];
        if (command.Progress == ActionProgress.Done)
        {
            LimitKeeping.Meet(turn, limit.Id, on, actor);
        }
        else if (command.Progress == ActionProgress.Dropped && limit.IsRunning)
        {
            LimitKeeping.Cancel(turn, [limit]);
        }
        else if (action.IsOver && !limit.IsRunning && command.Progress != ActionProgress.Dropped)
        {
            LimitKeeping.ArmAgain(turn, limit);
        }

        return null;
    }

    public static Refusal? Extend(Turn turn, ExtendLimit command, Caller caller)
    {
        if (DecideLearning.Find(turn, command.Recommendation, caller, LearningAccess.Managers(turn.Plan.Definition), orOwner: false, out var found, out var actor) is { } refusal)
        {
            return refusal;
        }

        var id = LimitName.Of(command.Kind, found.Number, command.Kind == LimitKind.Action ? command.Action : found.Evaluations.Count + 1);
        if (turn.State.Learning.Limits.GetValueOrDefault(id) is not { IsRunning: true } limit)
        {
            return Refusals.Conflict("deadline-runs", "This limit does not run.");
        }

        var check = new LearningCheck(turn.Today);
        var reason = check.Text("reason", command.Reason, "Give the reason for the extension.");
        var to = check.Coming("to", command.To);
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        if (to <= limit.DueOn)
        {
            return Refusals.Conflict("extension-is-later", $"Give a day after {limit.DueOn:yyyy-MM-dd}.");
        }

        LimitKeeping.Extend(turn, limit, to, reason.Text, actor);
        return null;
    }

    public static Refusal? Evaluate(Turn turn, EvaluateRecommendation command, Caller caller)
    {
        if ((DecideLearning.Find(turn, command.Recommendation, caller, LearningAccess.Evaluators(turn.Plan.Definition), orOwner: false, out var found, out var actor)
            ?? DecideLearning.Ended(found)) is { } refusal)
        {
            return refusal;
        }

        if (found.Evaluations.Count >= LearningCheck.MostEvaluations)
        {
            return DecideLearning.Full("evaluations of a recommendation", LearningCheck.MostEvaluations);
        }

        var check = new LearningCheck(turn.Today);
        var finding = check.Text("finding", command.Finding, "Say what was found, and on what evidence.");
        var on = check.Past("on", command.On, found.MadeOn);
        DateOnly? again = command.Again is { } day ? check.Coming("again", day) : null;
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        if (command.Result == EvaluationResult.TooEarly && again is null)
        {
            return new Refusal(RefusalKind.Invalid, "evaluation-comes-again", "Say when it is evaluated again.")
            {
                Fields = new Dictionary<string, string> { ["again"] = "Say when it is evaluated again, since it cannot be told yet." },
            };
        }

        var number = found.Evaluations.Count + 1;
        turn.Add(new EvaluationDone(found.Number, number, command.Result, finding, on, again), actor);
        LimitKeeping.Meet(turn, LimitName.Of(LimitKind.Evaluation, found.Number, number), on, actor);
        if (again is not null)
        {
            LimitKeeping.Arm(turn, LimitKind.Evaluation, found.Number, number + 1, again);
        }

        return null;
    }
}
