using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;

namespace Workflows.Web.Pages.Learning;

/// <summary>
/// What whoever answers for a recommendation owes: an answer, or a report on an action; and an evaluation whose day comes near, for whoever
/// sees to it. Public because the page that shows it is.
/// </summary>
/// <param name="View">The recommendation.</param>
/// <param name="Limit">The time limit that runs for it.</param>
public sealed record OwedStep(RecommendationView View, DeadlineState Limit)
{
    private const int MostReviews = 50;

    internal string Title => $"{View.File.State.Reference}: {LearningWords.Limit(Limit.Id)}";

    internal string Address => LimitName.KindOf(Limit.Id) switch
    {
        LimitKind.Response => $"{View.Address}/answer",
        LimitKind.Action => $"{View.Address}/actions/{LimitName.NumberOf(Limit.Id)}/report",
        _ => $"{View.Address}/evaluate",
    };

    /// <summary>All that a person owes: for their agency, of the reviews with the earliest time limits; and evaluations, of some open reviews.</summary>
    internal static async Task<IReadOnlyList<OwedStep>> AllAsync(
        SignedInPerson person, IEnumerable<ReviewFile> open, LearningSearch search, RecommendationViews views, CancellationToken stop) =>
    [
        .. (await search.OwnedAsync(person, MostReviews, stop))
            .Select(owned => views.Of(owned.Known, owned.File, person))
            .SelectMany(view => Running(view, LimitKind.Response, LimitKind.Action)),

        // From its first reminder on: an evaluation is set a year before it is due.
        .. open.SelectMany(file => file.State.Learning.Recommendations.Select(known => views.Of(known, file, person)))
            .Where(view => view.SeesToEvaluation)
            .SelectMany(view => Running(view, LimitKind.Evaluation)).Where(step => step.Limit.Fired.Count > 0),
    ];

    private static IEnumerable<OwedStep> Running(RecommendationView view, params LimitKind[] kinds) => view.Limits
        .Where(limit => limit.IsRunning && kinds.Contains(LimitName.KindOf(limit.Id))).Select(limit => new OwedStep(view, limit));
}
