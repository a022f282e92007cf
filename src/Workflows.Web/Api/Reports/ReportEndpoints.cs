using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Reports;

namespace Workflows.Web.Api.Reports;

/// <summary>The reports that stand as pages at <c>/reports</c>, for systems: the same content, for the same people.</summary>
internal static class ReportEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        // The parameters are read from the request itself, which also knows those given twice or unknown.
        api.MapGet("/reports/publications", (string? late, string? cursor, HttpContext http, SignedInPerson person, DutyList list) => list.PageAsync(http, person))
            .Access(AccessRule.KnownPerson)
            .WithName("listPublishingDuties").WithSummary("The duty to publish of the reviews that you may see: what is due, late and done").WithTags("Reports");
        api.MapGet("/reports/national/{year}", async (string year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            {
                new Query(http).End();
                return NationalFiguresBody.Of(await reports.NationalAsync(person, YearOf(year), http.RequestAborted));
            })
            .Access(AccessRule.KnownPerson)
            .WithName("readNationalFigures").WithSummary("Reviews of all areas in a year, by area and what was decided, without small numbers; for national people").WithTags("Reports");
        api.MapGet("/reports/{partnership}/{year}", async (
                string partnership, string year, HttpContext http, SignedInPerson person, ReportReviews reports) =>
            {
                new Query(http).End();
                return YearlyReportBody.Of(
                    partnership, reports.NameOf(partnership), await reports.YearlyAsync(person, partnership, YearOf(year), http.RequestAborted));
            })
            .Access(AccessRule.KnownPerson)
            .WithName("readYearlyReport").WithSummary("What a partnership's reviews came to in a year, from April to March; for its own people").WithTags("Reports");
    }

    // A year that is none has no report, as one in the distant past has none.
    private static int YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year : throw new ProblemException(Problem.NotFound("report"));
}
