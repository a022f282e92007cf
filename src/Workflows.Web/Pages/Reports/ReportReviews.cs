using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Reports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Lists;

namespace Workflows.Web.Pages.Reports;

/// <summary>Makes reports of the reviews that a person may see; somebody else's report is as one that does not exist.</summary>
internal sealed class ReportReviews(SeenReviews seen, DirectorySource directory, TimeProvider clock)
{
    /// <summary>The month in which a year of reports begins: partnerships report from April to March.</summary>
    public const int FirstMonth = 4;

    /// <summary>Most reviews that the register of the duty to publish looks into, those opened last.</summary>
    public const int MostDuties = 2000;

    private DateOnly Today => LondonTime.DateOf(clock.GetUtcNow());

    public string NameOf(string partnership) => directory.Current.FindPartnership(partnership)?.Name ?? partnership;

    public async Task<YearlyReport> YearlyAsync(SignedInPerson person, string partnership, int year, CancellationToken stop)
    {
        if (!person.OwnPartnerships.Contains(partnership))
        {
            throw new ProblemException(Problem.NotFound("report"));
        }

        var from = First(year);
        var files = await FilesAsync(person, new ReviewQuery { Partnerships = [partnership] }, summary => OpenedOn(summary) < from.AddYears(1), stop);
        return YearlyReport.Of(files, from, Today);
    }

    public async Task<NationalFigures> NationalAsync(SignedInPerson person, int year, CancellationToken stop)
    {
        if (person.Partnership is not null)
        {
            throw new ProblemException(Problem.NotFound("report"));
        }

        var from = First(year);
        var files = await FilesAsync(
            person, new ReviewQuery(), summary => OpenedOn(summary) >= from && OpenedOn(summary) < from.AddYears(1), stop);
        return NationalFigures.Of(files, from, NameOf);
    }

    public async Task<IReadOnlyList<PublishingDuty>> DutiesAsync(SignedInPerson person, CancellationToken stop)
    {
        var query = new TableQuery { Lists = [], Order = TableOrder.Opened, Take = MostDuties };
        return PublishingDuty.Of((await seen.ViewsAsync(person, new ReviewQuery(), query, stop)).Views);
    }

    private static DateOnly First(int year) =>
        year is > 2000 and < 2200 ? new DateOnly(year, FirstMonth, 1) : throw new ProblemException(Problem.NotFound("report"));

    private static DateOnly OpenedOn(ReviewSummary summary) => LondonTime.DateOf(summary.OpenedAt);

    private async Task<IReadOnlyList<ReviewFile>> FilesAsync(
        SignedInPerson person, ReviewQuery query, Func<ReviewSummary, bool> wanted, CancellationToken stop)
    {
        var summaries = await seen.SummariesAsync(person, query, stop);
        return await seen.FilesAsync(summaries.Where(wanted), stop);
    }
}
