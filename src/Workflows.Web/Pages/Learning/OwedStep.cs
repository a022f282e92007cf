using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;

namespace Workflows.Web.Pages.Learning;

/// <summary>What whoever answers for a recommendation owes: an answer, or a report on an action. Public because the page that shows it is.</summary>
/// <param name="View">The recommendation.</param>
/// <param name="Limit">The time limit that runs for it.</param>
public sealed record OwedStep(RecommendationView View, DeadlineState Limit)
{
    private const int MostReviews = 50;

    internal string Title => $"{View.File.State.Reference}: {LearningWords.Limit(Limit.Id)}";

    internal string Address => LimitName.KindOf(Limit.Id) == LimitKind.Response
        ? $"{View.Address}/answer" : $"{View.Address}/actions/{LimitName.NumberOf(Limit.Id)}/report";

    /// <summary>All that a person owes, of the reviews with the earliest time limits.</summary>
    internal static async Task<IReadOnlyList<OwedStep>> AllAsync(
        SignedInPerson person, LearningSearch search, RecommendationViews views, CancellationToken stop) =>
        [.. (await search.OwnedAsync(person, MostReviews, stop))
            .Select(owned => views.Of(owned.Known, owned.File, person))
            .SelectMany(view => view.Limits
                .Where(limit => limit.IsRunning && LimitName.KindOf(limit.Id) is LimitKind.Response or LimitKind.Action)
                .Select(limit => new OwedStep(view, limit)))];
}
