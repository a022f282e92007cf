using Microsoft.AspNetCore.Http;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Reports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Reports;

/// <summary>
/// The register of the duty to publish, in the order in which reviews were opened: that order never changes, so that whoever reads
/// it page by page misses none, whatever is published meanwhile.
/// </summary>
internal sealed class DutyList(IReviewIndex index, ReviewDesk desk, AccessTable access, TimeProvider clock)
{
    private const int Enough = 50;
    private const int ReviewsAtOnce = 50;
    private const int MostLookedThrough = 2000;

    public async Task<DutyPageBody> PageAsync(HttpContext http, SignedInPerson person)
    {
        var query = new Query(http, "late", "cursor");
        var onlyLate = query.OneOf("late", "true", "false") == "true";
        query.End();
        var (today, stop) = (LondonTime.DateOf(clock.GetUtcNow()), http.RequestAborted);
        var lists = access.Lists(person);
        var (list, inner) = ReviewList.Position(query.Text("cursor"), Math.Max(1, lists.Count));
        var (items, looked) = (new List<DutyBody>(), 0);
        while (list < lists.Count && items.Count < Enough && looked < MostLookedThrough)
        {
            var page = await index.ListAsync(lists[list] with { Cursor = inner, Limit = ReviewsAtOnce }, stop);
            var earlier = lists.Take(list).ToArray();
            foreach (var summary in page.Items.Where(each =>
                each.Publishing is { } duty && (!onlyLate || duty.IsLate(today)) && !Array.Exists(earlier, other => ReviewList.Holds(other, each))))
            {
                if (await desk.FindAsync(summary.Id, stop) is { } file && PublishingDuty.Of(file) is { } duty)
                {
                    items.Add(DutyBody.Of(duty, today));
                }
            }

            (looked, inner) = (looked + page.Items.Count, page.Next);
            list += inner is null ? 1 : 0;
        }

        return new DutyPageBody(items, list < lists.Count ? $"{list}.{inner}" : null);
    }
}

/// <summary>A page of the register of the duty to publish.</summary>
/// <param name="Items">Duties, those of the newest reviews first, at most 100; a page may be short, also of others than the last.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
internal sealed record DutyPageBody(IReadOnlyList<DutyBody> Items, string? Next);

/// <summary>A review's duty to publish.</summary>
internal sealed record DutyBody
{
    /// <summary>Identifier of the review.</summary>
    public required string Review { get; init; }

    /// <summary>Its address.</summary>
    public required string Href { get; init; }

    /// <summary>Case reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>Day until which it is to be published, or null where no time limit runs or ran.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary><c>due</c>, <c>late</c>, <c>published</c>, <c>published-late</c>, <c>withdrawn</c> (from the register, after its time) or <c>ended</c> (without publication).</summary>
    public required string Standing { get; init; }

    /// <summary>Day of the first publication, or null.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>The reason on record for its lateness, or null.</summary>
    public required string? Reason { get; init; }

    /// <summary>How the national repository stands to what was published last: <c>not-offered</c>, <c>offered</c>, <c>held</c> or <c>declined</c>; null where nothing was.</summary>
    public required string? Repository { get; init; }

    public static DutyBody Of(PublishingDuty duty, DateOnly today) => new()
    {
        Review = duty.File.Id.Value,
        Href = $"/api/reviews/{duty.File.Id}",
        Reference = duty.File.State.Reference,
        Partnership = duty.File.State.Partnership,
        DueOn = duty.Limit?.DueOn,
        Standing = Words.Of(duty.StandingOn(today)),
        PublishedOn = duty.PublishedOn,
        Reason = duty.Limit?.DelayReason,
        Repository = duty.PublishedOn is null ? null : duty.Offer switch
        {
            null => "not-offered",
            { Accepted: null } => "offered",
            { Accepted: true } => "held",
            _ => "declined",
        },
    };
}
