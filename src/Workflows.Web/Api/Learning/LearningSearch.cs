using Microsoft.AspNetCore.Http;
using Workflows.Process.Calendar;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Learning;

/// <summary>Finds recommendations over all reviews that a person may see, or in which they answer for one.</summary>
internal sealed class LearningSearch(
    IReviewIndex index, ReviewDesk desk, ReviewContexts contexts, AccessTable access, DirectorySource directory, TimeProvider clock)
{
    private const int OnPage = 50;
    private const int ReviewsAtOnce = 25;
    private const int MostLookedAt = 2000;
    private const int LongestWords = 200;

    /// <summary>A page of what a request asks for.</summary>
    public async Task<RecommendationPageBody> PageAsync(HttpContext http, SignedInPerson person)
    {
        var query = new Query(http, "partnership", "theme", "agency", "status", "overdue", "words", "cursor");
        var partnership = query.OneOf("partnership", [.. directory.Current.Partnerships.Select(each => each.Id)]);
        var filter = new LearningFilter(
            query.OneOf("theme", [.. LearningRules.Current.Themes.Keys]), Short(query, "agency"),
            query.OneOf("status", LearningFilter.Statuses), query.OneOf("overdue", "true", "false") == "true", Short(query, "words"),
            LondonTime.DateOf(clock.GetUtcNow()));
        query.End();
        var (found, next) = await FindAsync(person, filter, partnership, query.Text("cursor"), OnPage, http.RequestAborted);
        return new RecommendationPageBody(
            [.. found.Select(each => RecommendationBodies.Of(
                each.Known, each.File, person.CallerIn(each.File.State.Partnership).Roles, contexts))], next);
    }

    /// <summary>
    /// Recommendations that fit, until there are enough of them or many reviews have been looked at; with where to go on.
    /// </summary>
    public async Task<(IReadOnlyList<(RecommendationState Known, ReviewFile File)> Found, string? Next)> FindAsync(
        SignedInPerson person, LearningFilter filter, string? partnership, string? cursor, int enough, CancellationToken stop)
    {
        var lists = access.LearningLists(person);
        var (list, inner) = ReviewList.Position(cursor, Math.Max(1, lists.Count));
        var (found, looked) = (new List<(RecommendationState, ReviewFile)>(), 0);
        while (list < lists.Count && found.Count < enough && looked < MostLookedAt)
        {
            if (ReviewList.Narrow(lists[list], partnership) is { } scope)
            {
                var page = await index.ListAsync(scope with { Cursor = inner, Limit = ReviewsAtOnce }, stop);
                var earlier = lists.Take(list).ToArray();
                foreach (var summary in page.Items.Where(each => filter.MayHold(each) && !earlier.Any(other => ReviewList.Holds(other, each))))
                {
                    found.AddRange(await InAsync(summary.Id, person, filter, stop));
                }

                (looked, inner) = (looked + page.Items.Count, page.Next);
            }
            else
            {
                inner = null;
            }

            list += inner is null ? 1 : 0;
        }

        return (found, list < lists.Count ? $"{list}.{inner}" : null);
    }

    /// <summary>Recommendations for which a person answers, of at most so many reviews, those with the earliest time limits.</summary>
    public async Task<IReadOnlyList<(RecommendationState Known, ReviewFile File)>> OwnedAsync(SignedInPerson person, int most, CancellationToken stop)
    {
        if (access.OwnerLists(person) is not { Count: > 0 } lists)
        {
            return [];
        }

        var found = new List<(RecommendationState, ReviewFile)>();
        foreach (var summary in (await index.TableAsync(new TableQuery { Lists = lists, Take = most }, stop)).Items)
        {
            if (await desk.FindAsync(summary.Id, stop) is { } file)
            {
                var roles = person.CallerIn(file.State.Partnership).Roles;
                found.AddRange(file.State.Learning.Recommendations.Where(known => LearningAccess.Owns(known, roles)).Select(known => (known, file)));
            }
        }

        return found;
    }

    private async Task<IEnumerable<(RecommendationState, ReviewFile)>> InAsync(
        ReviewId review, SignedInPerson person, LearningFilter filter, CancellationToken stop) =>
        await desk.FindAsync(review, stop) is { } file && access.Seen(person, file) is { } seen
            ? [.. seen.Recommendations.Where(known => filter.Fits(known, file.State)).Select(known => (known, file))] : [];

    private static string? Short(Query query, string name)
    {
        var text = query.Text(name);
        if (text?.Length > LongestWords)
        {
            query.Refuse(name, $"Give at most {LongestWords} characters.");
        }

        return text;
    }
}
