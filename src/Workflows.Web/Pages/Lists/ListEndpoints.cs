using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;
using Workflows.Web.Pages.Importing;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Lists;

/// <summary>Today, the list of reviews, and what the Panel sees.</summary>
internal static class ListEndpoints
{
    /// <summary>Most open reviews that Today looks into, those with the earliest time limits.</summary>
    public const int MostLookedInto = 100;

    private const int OnPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/today", TodayAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reviews", ReviewsAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reviews.csv", CsvAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/panel", PanelAsync).PageFor(AccessRule.KnownPerson);
    }

    private static async Task<IResult> TodayAsync(
        HttpContext http, SignedInPerson person, SeenReviews seen, LearningSearch search, RecommendationViews recommendations)
    {
        var found = await seen.ViewsAsync(person, new ReviewQuery { State = "open" }, new TableQuery { Lists = [], Take = MostLookedInto }, http.RequestAborted);
        return PageAnswers.Show<TodayPage>(
            (nameof(TodayPage.Views), found.Views), (nameof(TodayPage.Count), found.Count),
            (nameof(TodayPage.Owed), await OwedStep.AllAsync(person, found.Views.Select(view => view.File), search, recommendations, http.RequestAborted)));
    }

    private static async Task<IResult> PanelAsync(int? page, HttpContext http, SignedInPerson person, SeenReviews seen, ProcessCatalogue catalogue, TimeProvider clock)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var one = new TableQuery { Lists = [], Take = 1 };
        var (shown, stop) = (Math.Clamp(page ?? 1, 1, ReviewFilter.LastPage), http.RequestAborted);
        var late = await seen.ViewsAsync(
            person, new ReviewQuery(), new TableQuery { Lists = [], LateOrEscalatedOn = today, Skip = (shown - 1) * OnPage, Take = OnPage }, stop);
        return PageAnswers.Show<PanelPage>(
            (nameof(PanelPage.Views), late.Views), (nameof(PanelPage.Count), late.Count), (nameof(PanelPage.Page), shown),
            (nameof(PanelPage.Pages), Math.Max(1, (late.Count + OnPage - 1) / OnPage)),
            (nameof(PanelPage.Open), (await seen.TableAsync(person, new ReviewQuery { State = "open" }, one, stop)).Count),
            (nameof(PanelPage.WithLate), (await seen.TableAsync(person, new ReviewQuery { State = "open", OverdueOn = today }, one, stop)).Count),
            (nameof(PanelPage.Times), await seen.TimesAsync(person, stop)), (nameof(PanelPage.Catalogue), catalogue));
    }

    private static async Task<IResult> ReviewsAsync(
        HttpContext http, SignedInPerson person, SeenReviews seen, ProcessCatalogue catalogue, DirectorySource directory, TimeProvider clock)
    {
        var filter = ReviewFilter.Read(http.Request.Query);
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var table = filter.Table with { Skip = (filter.Page - 1) * OnPage, Take = OnPage };
        var found = await seen.TableAsync(person, filter.Query(today), table, http.RequestAborted);
        var pages = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        if (filter.Page > pages)
        {
            return Results.LocalRedirect(filter.Address("/reviews", pages));
        }

        return PageAnswers.Show<ReviewsPage>(
            (nameof(ReviewsPage.Items), found.Items),
            (nameof(ReviewsPage.Count), found.Count), (nameof(ReviewsPage.Page), filter.Page), (nameof(ReviewsPage.Pages), pages),
            (nameof(ReviewsPage.Filter), filter), (nameof(ReviewsPage.Catalogue), catalogue), (nameof(ReviewsPage.Today), today),
            (nameof(ReviewsPage.Directory), directory.Current),
            (nameof(ReviewsPage.MayBringIn), ImportPages.MayBringIn(person, catalogue).Count > 0));
    }

    private static async Task<IResult> CsvAsync(
        HttpContext http, SignedInPerson person, SeenReviews seen, DirectorySource directory, TimeProvider clock)
    {
        var filter = ReviewFilter.Read(http.Request.Query);
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var found = await seen.TableAsync(
            person, filter.Query(today), filter.Table with { Take = TableQuery.MaximumTake }, http.RequestAborted);
        var csv = new CsvText("Reference", "Partnership", "Process", "Stage", "State", "Opened", "Next due", "Overdue");
        foreach (var item in found.Items)
        {
            csv.Add(
                item.Reference, directory.Current.FindPartnership(item.Partnership)?.Name ?? item.Partnership,
                $"{item.Process}@{item.ProcessVersion}", item.Stage, item.State, CsvText.Iso(LondonTime.DateOf(item.OpenedAt)),
                CsvText.Iso(item.NextDueOn), item.NextDueOn < today ? "yes" : "no");
        }

        return csv.As("reviews.csv");
    }
}
