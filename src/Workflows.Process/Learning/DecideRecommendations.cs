using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Making, revising, answering, withdrawing and tagging recommendations.</summary>
internal static class DecideRecommendations
{
    /// <summary>What a letter tells of a recommendation that its owner does not accept: outcome, with the number after it.</summary>
    public const string RejectedOutcome = "recommendation-rejected/";

    public static Refusal? Make(Turn turn, MakeRecommendation command, Caller caller)
    {
        if (Refusals.Role(LearningAccess.Makers(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        var number = turn.State.Learning.Recommendations.Count + 1;
        if (number > LearningCheck.MostRecommendations)
        {
            return DecideLearning.Full("recommendations in a review", LearningCheck.MostRecommendations);
        }

        var check = new LearningCheck(turn.Today);
        var says = check.Says(command.Says);
        var (evaluateOn, themes) = (check.Coming("evaluateOn", command.EvaluateOn), check.Themes(command.Themes));
        if (check.Refusal is { } refusal)
        {
            return refusal;
        }

        turn.Add(new RecommendationMade(number, says, turn.Today, themes), actor);
        LimitKeeping.Arm(turn, LimitKind.Response, number, 0, dueOn: null);
        LimitKeeping.Arm(turn, LimitKind.Evaluation, number, 1, evaluateOn);
        Ask(turn, number, LimitName.Of(LimitKind.Response, number, 0));
        return null;
    }

    public static Refusal? Revise(Turn turn, ReviseRecommendation command, Caller caller)
    {
        if (DecideLearning.Find(turn, command.Recommendation, caller, LearningAccess.Makers(turn.Plan.Definition), orOwner: false, out var found, out var actor) is { } refusal)
        {
            return refusal;
        }

        var check = new LearningCheck(turn.Today);
        var (says, reason) = (check.Says(command.Says), check.Text("reason", command.Reason, "Give the reason."));
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        turn.Add(new RecommendationRevised(found.Number, says, reason), actor);
        var response = LimitName.Of(LimitKind.Response, found.Number, 0);
        LimitKeeping.Cancel(turn, turn.State.Learning.Running(found.Number).Where(limit => limit.Id == response));
        LimitKeeping.Arm(turn, LimitKind.Response, found.Number, 0, dueOn: null);
        Resume(turn, found.Number);
        Ask(turn, found.Number, response);
        return null;
    }

    public static Refusal? Answer(Turn turn, AnswerRecommendation command, Caller caller)
    {
        var managers = LearningAccess.Managers(turn.Plan.Definition);
        if ((DecideLearning.Find(turn, command.Recommendation, caller, managers, orOwner: true, out var found, out var actor)
            ?? (found.Status is RecommendationStatus.Made or RecommendationStatus.Accepted or RecommendationStatus.Rejected
                ? null : DecideLearning.Ended(found with { Status = RecommendationStatus.Withdrawn }))) is { } refusal)
        {
            return refusal;
        }

        var check = new LearningCheck(turn.Today);
        var said = command.Accept
            ? check.Optional("reason", command.Reason)
            : check.Text("reason", command.Reason, "Say why it is not accepted.");
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        turn.Add(
            command.Accept ? new RecommendationAccepted(found.Number, said) : new RecommendationRejected(found.Number, said!.Value), actor);
        LimitKeeping.Meet(turn, LimitName.Of(LimitKind.Response, found.Number, 0), turn.Today, actor);
        if (command.Accept)
        {
            Resume(turn, found.Number);
        }
        else
        {
            LimitKeeping.Cancel(turn, turn.State.Learning.Running(found.Number));
            var topic = new LetterTopic(Item: null, Outcome: $"{RejectedOutcome}{found.Number}");
            foreach (var person in LearningRecipients.People(LearningRecipients.Manager, found, turn.Context))
            {
                turn.WriteTo(person, LetterKind.Reminder, topic);
            }
        }

        return null;
    }

    public static Refusal? Withdraw(Turn turn, WithdrawRecommendation command, Caller caller)
    {
        var check = new LearningCheck(turn.Today);
        if ((DecideLearning.Find(turn, command.Recommendation, caller, LearningAccess.Makers(turn.Plan.Definition), orOwner: false, out var found, out var actor)
            ?? (found.Status == RecommendationStatus.Withdrawn ? DecideLearning.Ended(found) : null)) is { } refusal)
        {
            return refusal;
        }

        var reason = check.Text("reason", command.Reason, "Give the reason.");
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        turn.Add(new RecommendationWithdrawn(found.Number, reason), actor);
        LimitKeeping.Cancel(turn, turn.State.Learning.Running(found.Number));
        return null;
    }

    public static Refusal? Tag(Turn turn, TagRecommendation command, Caller caller)
    {
        var makers = LearningAccess.Makers(turn.Plan.Definition);
        if (DecideLearning.Find(turn, command.Recommendation, caller, makers, orOwner: false, out var found, out var actor) is { } refusal)
        {
            return refusal;
        }

        var check = new LearningCheck(turn.Today);
        var themes = check.Themes(command.Themes);
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        if (!found.Themes.SequenceEqual(themes))
        {
            turn.Add(new ThemesTagged(found.Number, themes), actor);
        }

        return null;
    }

    // What was stopped when the owner did not accept it goes on from where it stood.
    private static void Resume(Turn turn, int number)
    {
        var found = turn.State.Learning.Find(number)!;
        var stopped = turn.State.Learning.Limits.Values
            .Where(limit => limit.Cancelled && LimitName.RecommendationOf(limit.Id) == number)
            .OrderBy(limit => limit.Id, StringComparer.Ordinal).ToArray();
        foreach (var limit in stopped)
        {
            var isOpen = LimitName.KindOf(limit.Id) switch
            {
                LimitKind.Action => found.FindAction(LimitName.NumberOf(limit.Id)) is { IsOver: false },
                LimitKind.Evaluation => LimitName.NumberOf(limit.Id) > found.Evaluations.Count,
                _ => false,
            };
            if (isOpen)
            {
                LimitKeeping.ArmAgain(turn, limit);
            }
        }
    }

    private static void Ask(Turn turn, int number, string limit)
    {
        var about = turn.State.Learning.Find(number)!;
        foreach (var person in LearningRecipients.People(LearningRecipients.Owner, about, turn.Context))
        {
            turn.WriteTo(person, LetterKind.Request, new LetterTopic(Item: null, limit));
        }
    }
}
