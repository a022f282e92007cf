using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Lists;

/// <summary>The reviews that a person sees, gathered for pages that sort them or look into them.</summary>
internal sealed class SeenReviews(IReviewIndex index, ReviewDesk desk, ReviewViews views, AccessTable access)
{
    private const int Page = 200;

    /// <summary>Summaries that fit, at most so many, newest opening first within each of the person's lists.</summary>
    public async Task<IReadOnlyList<ReviewSummary>> SummariesAsync(
        SignedInPerson person, ReviewQuery filter, int most, CancellationToken stop)
    {
        var found = new Dictionary<ReviewId, ReviewSummary>();
        foreach (var list in access.Lists(person))
        {
            if (Narrow(list, filter) is not { } query)
            {
                continue;
            }

            do
            {
                var page = await index.ListAsync(query with { Limit = Page }, stop);
                foreach (var summary in page.Items)
                {
                    found.TryAdd(summary.Id, summary);
                }

                query = query with { Cursor = page.Next };
            }
            while (query.Cursor is not null && found.Count < most);
        }

        return [.. found.Values.Take(most)];
    }

    /// <summary>The same reviews, each as it stands.</summary>
    public async Task<IReadOnlyList<ReviewView>> ViewsAsync(SignedInPerson person, ReviewQuery filter, int most, CancellationToken stop)
    {
        var found = new List<ReviewView>();
        foreach (var summary in await SummariesAsync(person, filter, most, stop))
        {
            if (await desk.FindAsync(summary.Id, stop) is { } file)
            {
                found.Add(views.Of(file, person));
            }
        }

        return found;
    }

    // A list is of some partnerships; the filter may ask for one of them, or for another.
    private static ReviewQuery? Narrow(ReviewQuery list, ReviewQuery filter) => filter.Partnerships switch
    {
        null => filter with { Partnerships = list.Partnerships, ToldTo = list.ToldTo },
        [var one] when list.Partnerships is null || list.Partnerships.Contains(one) => filter with { ToldTo = list.ToldTo },
        _ => null,
    };
}
