using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Desk;

namespace Workflows.Web.Api.Learning;

/// <summary>Tells how a recommendation stands, to a person.</summary>
internal static class RecommendationBodies
{
    public static RecommendationBody Of(RecommendationState known, ReviewFile file, IReadOnlyList<string> rolesOfCaller, ReviewContexts contexts)
    {
        var context = contexts.For(file.Definition, file.State.Partnership);
        var limits = LimitsOf(known, file.State);
        return new RecommendationBody
        {
            Review = file.Id.Value,
            Reference = file.State.Reference,
            Partnership = file.State.Partnership,
            Number = known.Number,
            Href = $"/api/reviews/{file.Id}/recommendations/{known.Number}",
            Text = known.Says.Text.Text,
            Agency = known.Says.Agency.Text,
            Role = known.Says.Role,
            Post = known.Says.Post.Text,
            Change = known.Says.Change.Text,
            Evaluation = known.Says.Evaluation.Text,
            Status = Words.Of(known.Status),
            Answer = known.Answer,
            MadeOn = known.MadeOn,
            MadeBy = known.MadeBy.User,
            Themes = known.Themes,
            Limits = [.. limits.Select(limit => Limit(limit, context.Today))],
            Actions = [.. known.Actions.Select(action => Action(action, known, file.State))],
            Evaluations = [.. known.Evaluations.Select(each => new EvaluationBody(each.Number, Words.Of(each.Result), each.Finding, each.On, each.By.User))],
            Overdue = IsOverdue(known, file.State, context.Today),
            Mine = LearningAccess.Owns(known, rolesOfCaller),
            Held = LearningAccess.OwnersOf(known).Any(context.Roster.Holders.ContainsKey),
        };
    }

    /// <summary>The limits of a recommendation that still apply or applied, the earliest first.</summary>
    public static IReadOnlyList<DeadlineState> LimitsOf(RecommendationState known, ReviewState state) =>
        [.. state.Learning.Limits.Values.Where(limit => !limit.Cancelled && LimitName.RecommendationOf(limit.Id) == known.Number)
            .OrderBy(limit => limit.DueOn).ThenBy(limit => limit.Id, StringComparer.Ordinal)];

    /// <summary>Whether anything about a recommendation is overdue on a day.</summary>
    public static bool IsOverdue(RecommendationState known, ReviewState state, DateOnly today) =>
        LimitsOf(known, state).Any(limit => limit.On(today) == DeadlineStanding.Overdue);

    private static LimitBody Limit(DeadlineState limit, DateOnly today)
    {
        var rule = LearningRules.LimitOf(limit);
        return new LimitBody
        {
            Kind = Words.Of(rule.Kind),
            Number = rule.Kind == LimitKind.Response ? null : LimitName.NumberOf(limit.Id),
            Title = rule.Title,
            DueOn = limit.DueOn,
            State = Words.Spaced(limit.On(today)),
            MetOn = limit.MetOn,
            ExtendedTo = limit.ExtendedTo,
            Force = Words.Of(rule.Force),
            Cite = rule.Cite,
            Checked = Words.Of(rule.Checked),
        };
    }

    private static RecommendedActionBody Action(ActionState action, RecommendationState known, ReviewState state) => new(
        action.Number, action.Text, action.SetOn, Words.Of(action.Progress),
        state.Learning.Limits.GetValueOrDefault(LimitName.Of(LimitKind.Action, known.Number, action.Number))?.DueOn,
        [.. action.Reports.Select(report => new ReportBody(report.At, report.By.User, Words.Of(report.Progress), report.Evidence, report.On))]);
}
