using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Calendar;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Reports;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Lists;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Publications;

namespace Workflows.Web.Pages.Reports;

/// <summary>A partnership's yearly report, the figures of all areas, and the duty to publish: as pages, and to be taken along.</summary>
internal static class ReportPages
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reports", (SignedInPerson person, DirectorySource directory, TimeProvider clock) => PageAnswers.Show<ReportsPage>(
            (nameof(ReportsPage.Partnerships), person.OwnPartnerships.Select(id => (id, directory.Current.FindPartnership(id)?.Name ?? id)).ToList()),
            (nameof(ReportsPage.IsNational), person.Partnership is null),
            (nameof(ReportsPage.Years), Years(clock)))).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/publications", DutyAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/publications.csv", DutyCsvAsync).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/national/{year:int}", async (int year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            PageAnswers.Show<NationalPage>(
                (nameof(NationalPage.Figures), await reports.NationalAsync(person, year, http.RequestAborted)), (nameof(NationalPage.Year), year)))
            .PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/national/{year:int}.csv", async (int year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            Csv(await reports.NationalAsync(person, year, http.RequestAborted)).As($"national-{year}.csv"))
            .PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/{partnership}/{year:int}", async (
                string partnership, int year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            PageAnswers.Show<YearlyPage>(
                (nameof(YearlyPage.Report), await reports.YearlyAsync(person, partnership, year, http.RequestAborted)),
                (nameof(YearlyPage.Partnership), reports.NameOf(partnership)), (nameof(YearlyPage.Address), $"/reports/{partnership}/{year}")))
            .PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/{partnership}/{year:int}.csv", async (
                string partnership, int year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            Csv(await reports.YearlyAsync(person, partnership, year, http.RequestAborted)).As($"yearly-report-{year}.csv"))
            .PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reports/{partnership}/{year:int}.docx", async (
                string partnership, int year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            TypedResults.File(
                ReportDocx.Make(reports.NameOf(partnership), await reports.YearlyAsync(person, partnership, year, http.RequestAborted)), Word,
                $"yearly-report-{year}.docx"))
            .PageFor(AccessRule.KnownPerson);
    }

    private static List<int> Years(TimeProvider clock)
    {
        var today = LondonTime.DateOf(clock.GetUtcNow());
        var first = today.Month >= ReportReviews.FirstMonth ? today.Year : today.Year - 1;
        return [.. Enumerable.Range(0, 5).Select(back => first - back)];
    }

    private static async Task<IResult> DutyAsync(int? page, HttpContext http, SignedInPerson person, ReportReviews reports)
    {
        var shown = Math.Clamp(page ?? 1, 1, ReviewFilter.LastPage);
        var found = await reports.DutiesAsync(person, shown, http.RequestAborted);
        var pages = Math.Max(1, (found.Count + ReportReviews.DutiesOnPage - 1) / ReportReviews.DutiesOnPage);
        return shown > pages ? Results.LocalRedirect(DutyPage.Address(pages)) : PageAnswers.Show<DutyPage>(
            (nameof(DutyPage.Duties), found.Duties), (nameof(DutyPage.Count), found.Count), (nameof(DutyPage.Late), found.Late),
            (nameof(DutyPage.Page), shown), (nameof(DutyPage.Pages), pages), (nameof(DutyPage.Today), reports.Today),
            (nameof(DutyPage.NameOf), (Func<string, string>)reports.NameOf));
    }

    private static async Task<PushStreamHttpResult> DutyCsvAsync(HttpContext http, SignedInPerson person, ReportReviews reports)
    {
        var duties = await reports.AllDutiesAsync(person, http.RequestAborted);
        return CsvText.As(
            "duty-to-publish.csv", ["Review", "Partnership", "Due", "Standing", "Late", "Published", "Reason on record", "National repository"],
            duties.Select(duty => DutyRow(duty, reports)));
    }

    private static IReadOnlyList<string> DutyRow(PublishingDuty duty, ReportReviews reports)
    {
        var standing = duty.StandingOn(reports.Today);
        return
        [
            duty.File.State.Reference, reports.NameOf(duty.File.State.Partnership), CsvText.Iso(duty.Limit?.DueOn), PublishingWords.Of(standing),
            standing == DutyStanding.Late ? "yes" : "no", CsvText.Iso(duty.PublishedOn), duty.Limit?.DelayReason ?? string.Empty,
            PublishingWords.Repository(duty),
        ];
    }

    // One cell a line: tables of several shapes in one file that a spreadsheet can sort and filter.
    private static CsvText Csv(YearlyReport report)
    {
        var csv = new CsvText("Table", "Row", "Column", "Value");
        foreach (var section in ReportSections.Of(report))
        {
            for (var row = 0; row < section.Rows.Count; row++)
            {
                for (var column = 0; column < section.Heads.Count; column++)
                {
                    csv.Add(section.Title, $"{row + 1}", section.Heads[column], section.Rows[row][column]);
                }
            }
        }

        return csv;
    }

    private static CsvText Csv(NationalFigures figures)
    {
        var csv = new CsvText([NationalPage.First, .. figures.Table.Columns, NationalPage.Total]);
        foreach (var row in NationalPage.RowsOf(figures.Table))
        {
            csv.Add(row);
        }

        return csv;
    }
}
