using Workflows.Process.State;
using Workflows.Web.Pages.Publications;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Reports;

/// <summary>Where a review stands with its duty to publish. Public because the component that shows it is.</summary>
/// <param name="View">The review.</param>
/// <param name="Limit">The time limit for publication, or null where none runs yet.</param>
public sealed record PublishingDuty(ReviewView View, DeadlineState? Limit)
{
    /// <summary>How it stands, in a few words.</summary>
    public string Standing => this switch
    {
        { View.State.Publications: { Count: > 0 } known } when known.All(each => each.WithdrawnOn is not null) => "Published, since withdrawn",
        { View.State.Publications.Count: > 0, Limit: { MetOn: { } met } limit } when met > limit.DueOn => "Published late",
        { View.State.Publications.Count: > 0 } => "Published",
        { View.State.IsOpen: false } => "Ended without publication",
        { IsLate: true } => "Late",
        _ => "Due",
    };

    /// <summary>How the national repository stands to it: empty where nothing is public.</summary>
    public string Repository => View.State.Publications is [.., var last]
        ? View.State.Publishing.OfferOf(last.Id) is { } offer ? PublishingWords.Of(offer) : "Not offered" : string.Empty;

    /// <summary>Day of the first publication, or null.</summary>
    public DateOnly? PublishedOn => View.State.Publications is [var first, ..] ? first.PublishedOn : null;

    /// <summary>Whether it is late now.</summary>
    public bool IsLate => View.State.IsOpen && View.State.Publications.Count == 0 && Limit is { IsRunning: true } limit && limit.DueOn < View.Today;

    /// <summary>The duties of reviews; those whose process does not publish, or that have not come to it, are left out.</summary>
    /// <param name="views">The reviews.</param>
    public static IReadOnlyList<PublishingDuty> Of(IEnumerable<ReviewView> views) =>
        [.. views.Select(Of).OfType<PublishingDuty>().OrderByDescending(duty => duty.IsLate).ThenBy(duty => duty.Limit?.DueOn ?? DateOnly.MaxValue)];

    private static PublishingDuty? Of(ReviewView view)
    {
        var publishing = view.Definition.Items.Where(item => item.Publishes is not null).Select(item => item.Id).ToHashSet();
        var limits = view.State.Deadlines.Values.Where(deadline => !deadline.Cancelled && view.RuleOf(deadline) is var rule
            && (rule.MetBy.Any(publishing.Contains) || publishing.Contains(deadline.Definition)));
        var limit = limits.OrderBy(deadline => deadline.DueOn).FirstOrDefault();
        return limit is null && view.State.Publications.Count == 0 ? null : new PublishingDuty(view, limit);
    }
}
