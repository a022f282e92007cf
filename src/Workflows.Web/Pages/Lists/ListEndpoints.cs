using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Pages.Lists;

/// <summary>Today, the list of reviews, and what the Panel sees.</summary>
internal static class ListEndpoints
{
    /// <summary>Most open reviews that Today and the Panel's view look into.</summary>
    public const int MostLookedInto = 300;

    /// <summary>Most reviews that a list sorts.</summary>
    public const int MostListed = 10_000;

    private const int OnPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/today", TodayAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reviews", ReviewsAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reviews.csv", CsvAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/panel", PanelAsync).PageFor(AccessRule.KnownPerson);
    }

    private static async Task<IResult> TodayAsync(HttpContext http, SignedInPerson person, SeenReviews seen) =>
        PageAnswers.Show<TodayPage>((nameof(TodayPage.Views), await seen.ViewsAsync(
            person, new ReviewQuery { State = "open" }, MostLookedInto, http.RequestAborted)));

    private static async Task<IResult> PanelAsync(HttpContext http, SignedInPerson person, SeenReviews seen) =>
        PageAnswers.Show<PanelPage>((nameof(PanelPage.Views), await seen.ViewsAsync(
            person, new ReviewQuery(), MostLookedInto, http.RequestAborted)));

    private static async Task<IResult> ReviewsAsync(
        HttpContext http, SignedInPerson person, SeenReviews seen, ProcessCatalogue catalogue, DirectorySource directory, TimeProvider clock)
    {
        var filter = ReviewFilter.Read(http.Request.Query);
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var found = filter.Sort(await seen.SummariesAsync(person, filter.Query(today), MostListed, http.RequestAborted));
        var pages = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        var page = Math.Clamp(filter.Page, 1, pages);
        return PageAnswers.Show<ReviewsPage>(
            (nameof(ReviewsPage.Items), found.Skip((page - 1) * OnPage).Take(OnPage).ToList()),
            (nameof(ReviewsPage.Count), found.Count), (nameof(ReviewsPage.Page), page), (nameof(ReviewsPage.Pages), pages),
            (nameof(ReviewsPage.Filter), filter), (nameof(ReviewsPage.Catalogue), catalogue), (nameof(ReviewsPage.Today), today),
            (nameof(ReviewsPage.Directory), directory.Current));
    }

    private static async Task<IResult> CsvAsync(
        HttpContext http, SignedInPerson person, SeenReviews seen, DirectorySource directory, TimeProvider clock)
    {
        var filter = ReviewFilter.Read(http.Request.Query);
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var found = filter.Sort(await seen.SummariesAsync(person, filter.Query(today), MostListed, http.RequestAborted));
        var csv = new StringBuilder("Reference,Partnership,Process,Stage,State,Opened,Next due,Overdue\r\n");
        foreach (var item in found)
        {
            csv.AppendJoin(',', new[]
            {
                item.Reference, directory.Current.FindPartnership(item.Partnership)?.Name ?? item.Partnership,
                $"{item.Process}@{item.ProcessVersion}", item.Stage, item.State, Iso(LondonTime.DateOf(item.OpenedAt)),
                item.NextDueOn is { } due ? Iso(due) : string.Empty, item.NextDueOn < today ? "yes" : "no",
            }.Select(Cell)).Append("\r\n");
        }

        return TypedResults.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv.ToString())).ToArray(), "text/csv; charset=utf-8", "reviews.csv");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A spreadsheet takes a cell that begins so for a formula.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
