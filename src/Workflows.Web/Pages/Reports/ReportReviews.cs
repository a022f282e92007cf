using System.Runtime.CompilerServices;
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

    /// <summary>Duties on a page of their register.</summary>
    public const int DutiesOnPage = 50;

    private static readonly TableQuery Duties = new() { Lists = [], WithDutyToPublish = true, Order = TableOrder.Publishing };

    public DateOnly Today => LondonTime.DateOf(clock.GetUtcNow());

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

    /// <summary>A page of the register of the duty to publish: what is owed first, the earliest due first.</summary>
    public async Task<DutyTable> DutiesAsync(SignedInPerson person, int page, CancellationToken stop)
    {
        var found = await seen.TableAsync(person, new ReviewQuery(), Duties with { Skip = (page - 1) * DutiesOnPage, Take = DutiesOnPage }, stop);
        var late = await seen.TableAsync(person, new ReviewQuery(), Duties with { LateToPublishOn = Today, Take = 1 }, stop);
        return new DutyTable([.. (await seen.FilesAsync(found.Items, stop)).Select(PublishingDuty.Of).OfType<PublishingDuty>()], found.Count, late.Count);
    }

    /// <summary>The whole register, one review looked into after the other.</summary>
    public async Task<IAsyncEnumerable<PublishingDuty>> AllDutiesAsync(SignedInPerson person, CancellationToken stop)
    {
        // Which reviews it holds is known before the first is told, so that none is missed while others change.
        var all = new List<ReviewSummary>();
        SummaryTable part;
        do
        {
            part = await seen.TableAsync(person, new ReviewQuery(), Duties with { Skip = all.Count, Take = TableQuery.MaximumTake }, stop);
            all.AddRange(part.Items);
        }
        while (part.Items.Count == TableQuery.MaximumTake);
        return EachAsync(all.DistinctBy(summary => summary.Id), stop);
    }

    private async IAsyncEnumerable<PublishingDuty> EachAsync(IEnumerable<ReviewSummary> summaries, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var summary in summaries)
        {
            foreach (var file in await seen.FilesAsync([summary], stop))
            {
                if (PublishingDuty.Of(file) is { } duty)
                {
                    yield return duty;
                }
            }
        }
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

/// <summary>A page of the register of the duty to publish.</summary>
/// <param name="Duties">The duties.</param>
/// <param name="Count">How many the register has.</param>
/// <param name="Late">How many of all are late.</param>
internal sealed record DutyTable(IReadOnlyList<PublishingDuty> Duties, int Count, int Late);
