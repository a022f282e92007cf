using Workflows.Process.Decisions;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Commands about what a review recommended.</summary>
internal static class DecideLearning
{
    public static Refusal? On(Turn turn, LearningCommand command, Caller caller) => command switch
    {
        MakeRecommendation make => DecideRecommendations.Make(turn, make, caller),
        ReviseRecommendation revise => DecideRecommendations.Revise(turn, revise, caller),
        AnswerRecommendation answer => DecideRecommendations.Answer(turn, answer, caller),
        WithdrawRecommendation withdraw => DecideRecommendations.Withdraw(turn, withdraw, caller),
        TagRecommendation tag => DecideRecommendations.Tag(turn, tag, caller),
        SetAction set => DecideActions.Set(turn, set, caller),
        ReportAction report => DecideActions.Report(turn, report, caller),
        ExtendLimit extend => DecideActions.Extend(turn, extend, caller),
        EvaluateRecommendation evaluate => DecideActions.Evaluate(turn, evaluate, caller),
        _ => throw new ArgumentException($"No handling of {command.GetType().Name}.", nameof(command)),
    };

    /// <summary>Finds a recommendation about which the person may do something: as its owner, or in one of some roles.</summary>
    public static Refusal? Find(
        Turn turn, int number, Caller caller, IReadOnlyList<string> allowed, bool orOwner, out RecommendationState found,
        out Journal.Actor actor)
    {
        actor = Journal.Actor.Engine;
        found = turn.State.Learning.Find(number)!;
        if (found is null)
        {
            return new Refusal(RefusalKind.Unknown, "recommendation-exists", $"This review has no recommendation {number}.");
        }

        if (orOwner && LearningAccess.OwnersOf(found).FirstOrDefault(caller.Roles.Contains) is { } scoped)
        {
            actor = new Journal.Actor(caller.User, scoped.Split('/')[0]);
            return null;
        }

        return Refusals.Role(allowed, caller, turn.Plan.Definition, out actor) is not { } refusal ? null
            : orOwner ? refusal with { Message = $"Only those who answer for this recommendation may do this. {refusal.Message}" } : refusal;
    }

    /// <summary>Refuses what is asked about a recommendation of which nothing more is asked.</summary>
    public static Refusal? Ended(RecommendationState found) => found.IsLive ? null : Refusals.Conflict(
        "recommendation-stands", $"Recommendation {found.Number} is {found.Status.ToString().ToLowerInvariant()}. Revise it first if it is to stand again.");

    public static Refusal Full(string what, int most) => Refusals.Conflict("not-too-many", $"There can be at most {most} {what}.");
}
