using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Learning;

namespace Workflows.Web.Pages.Links;

/// <summary>
/// What whoever answers for a recommendation reads and does by the link of a letter about it and a code: answers it, and reports on its
/// actions. Nothing else of the review is opened by it.
/// </summary>
internal static class LinkRecommendations
{
    private const string Answer = "answer";
    private const string Report = "report";

    public static void Map(IEndpointRouteBuilder pages)
    {
        var links = pages.MapGroup($"{LinkEndpoints.Path}/{{pointer}}/recommendations/{{number}}").WithMetadata(LinkMark.Instance);
        links.MapGet(string.Empty, ShowAsync).PageFor(AccessRule.Anybody);
        links.MapGet($"/{Answer}", (string pointer, string number, HttpContext http, LinkVisits visits, RecommendationViews views) =>
            AskAsync(pointer, number, Answer, action: null, http, visits, views)).PageFor(AccessRule.Anybody);
        links.MapPost($"/{Answer}", (string pointer, string number, HttpContext http, LinkVisits visits, RecommendationViews views, ReviewDesk desk) =>
            DoAsync(pointer, number, Answer, action: null, http, visits, views, desk)).PageFor(AccessRule.Anybody);
        links.MapGet($"/actions/{{action}}/{Report}", (string pointer, string number, string action, HttpContext http, LinkVisits visits, RecommendationViews views) =>
            AskAsync(pointer, number, Report, action, http, visits, views)).PageFor(AccessRule.Anybody);
        links.MapPost($"/actions/{{action}}/{Report}", (string pointer, string number, string action, HttpContext http, LinkVisits visits, RecommendationViews views, ReviewDesk desk) =>
            DoAsync(pointer, number, Report, action, http, visits, views, desk)).PageFor(AccessRule.Anybody);
    }

    private static async Task<IResult> ShowAsync(string pointer, string number, string? done, HttpContext http, LinkVisits visits, RecommendationViews views)
    {
        if (await visits.FindAsync(http, pointer) is not { } visit)
        {
            return LinkDecisionEndpoints.Again(pointer);
        }

        var view = Find(visit, number, views);
        return PageAnswers.Show<LinkRecommendationPage>(
            (nameof(LinkRecommendationPage.View), view), (nameof(LinkRecommendationPage.Address), visit.AddressOf(view.Known.Number)),
            (nameof(LinkRecommendationPage.IsDone), done is not null),
            (nameof(LinkRecommendationPage.Others), Others(visit, view)));
    }

    private static async Task<IResult> AskAsync(
        string pointer, string number, string step, string? action, HttpContext http, LinkVisits visits, RecommendationViews views)
    {
        if (await visits.FindAsync(http, pointer) is not { } visit)
        {
            return LinkDecisionEndpoints.Again(pointer);
        }

        var view = Find(visit, number, views);
        return LearningPages.Show(Form(visit, view, step, action), visit.Seen, view.Known);
    }

    private static async Task<IResult> DoAsync(
        string pointer, string number, string step, string? action, HttpContext http, LinkVisits visits, RecommendationViews views, ReviewDesk desk)
    {
        if (await visits.FindAsync(http, pointer) is not { } visit)
        {
            return LinkDecisionEndpoints.Again(pointer);
        }

        var view = Find(visit, number, views);
        return await LearningPages.DoAsync(http, visit.Person, visit.Seen, desk, Form(visit, view, step, action), view.Known);
    }

    // Who was only told of it may read it, and answers as whoever signs in does.
    private static LearningForm Form(LinkVisit visit, RecommendationView view, string step, string? action) => view.Owns
        ? LearningForms.Of(step, view, action is null ? null : LearningCommanding.Number(action, "action")) with { Back = visit.AddressOf(view.Known.Number) }
        : throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status403Forbidden));

    private static RecommendationView Find(LinkVisit visit, string number, RecommendationViews views)
    {
        var view = views.Of(number, visit.Seen, visit.Person);
        return visit.Recommendations.Contains(view.Known.Number) ? view : throw new ProblemException(Problem.NotFound("recommendation"));
    }

    private static List<(string Address, string Title)> Others(LinkVisit visit, RecommendationView view) =>
    [
        .. visit.Approvals.Select(each => ($"{visit.Address}/decision?item={Uri.EscapeDataString(each.Id)}", visit.View.TitleOf(each.Id))),
        .. visit.Recommendations.Where(each => each != view.Known.Number).Select(each => (visit.AddressOf(each), $"Recommendation {each}")),
    ];
}
