using Workflows.Reviews.Reports;

namespace Workflows.Web.Api.Reports;

/// <summary>What a partnership's reviews came to in a year. It holds what people wrote as reasons.</summary>
internal sealed record YearlyReportBody
{
    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>First day of the year.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the year.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Reviews by process.</summary>
    public required IReadOnlyList<ProcessCountBody> Reviews { get; init; }

    /// <summary>Decisions made in the year, in order of their days.</summary>
    public required IReadOnlyList<ReportedDecisionBody> Decisions { get; init; }

    /// <summary>How time limits were kept that ended in the year, by stage.</summary>
    public required IReadOnlyList<StageTimelinessBody> Timeliness { get; init; }

    /// <summary>What became public in the year.</summary>
    public required IReadOnlyList<ReportedPublicationBody> Publications { get; init; }

    /// <summary>Recommendations made or followed up in the year.</summary>
    public required IReadOnlyList<ReportedRecommendationBody> Recommendations { get; init; }

    /// <summary>Information that was asked for in reviews of the year and never came.</summary>
    public required int Gaps { get; init; }

    public static YearlyReportBody Of(string partnership, string name, YearlyReport report) => new()
    {
        Partnership = partnership,
        Name = name,
        From = report.From,
        Until = report.Until,
        Reviews = [.. report.Reviews.Select(each => new ProcessCountBody(each.Process, each.Opened, each.Closed, each.Withdrawn, each.OpenAtEnd))],
        Decisions = [.. report.Decisions.Select(each => new ReportedDecisionBody(each.Reference, each.Decision, each.Outcome, each.On, each.Rationale))],
        Timeliness = [.. report.Timeliness.Select(each => new StageTimelinessBody(each.Stage, each.InTime, each.Late, each.Overdue, each.MedianDays))],
        Publications = [.. report.Publications.Select(each => new ReportedPublicationBody(
            each.Reference, each.Publication, $"/publications/{each.Publication}", Words.Of(each.Form), each.On, each.WithdrawnOn))],
        Recommendations = [.. report.Recommendations.Select(ReportedRecommendationBody.Of)],
        Gaps = report.Gaps,
    };
}

/// <summary>Reviews of one process in a year.</summary>
/// <param name="Process">Title of the process.</param>
/// <param name="Opened">Opened in the year.</param>
/// <param name="Closed">Carried to their end in the year.</param>
/// <param name="Withdrawn">Withdrawn in the year.</param>
/// <param name="OpenAtEnd">Open at the end of the year.</param>
internal sealed record ProcessCountBody(string Process, int Opened, int Closed, int Withdrawn, int OpenAtEnd);

/// <summary>A decision of the year.</summary>
/// <param name="Reference">Case reference.</param>
/// <param name="Decision">What was to be decided.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="On">Day.</param>
/// <param name="Rationale">Why, or null.</param>
internal sealed record ReportedDecisionBody(string Reference, string Decision, string Outcome, DateOnly On, string? Rationale);

/// <summary>How the time limits of a stage were kept.</summary>
/// <param name="Stage">Title of the stage.</param>
/// <param name="InTime">Done in time.</param>
/// <param name="Late">Done late.</param>
/// <param name="Overdue">Due and not done.</param>
/// <param name="MedianDays">Median of calendar days from the date counted from to the day done, or null where none was done.</param>
internal sealed record StageTimelinessBody(string Stage, int InTime, int Late, int Overdue, decimal? MedianDays);

/// <summary>A publication of the year.</summary>
/// <param name="Reference">Case reference.</param>
/// <param name="Publication">Public identifier.</param>
/// <param name="Href">Its public address.</param>
/// <param name="Form"><c>in-full</c> or <c>improvements</c>.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="WithdrawnOn">Day on which it left the register, or null.</param>
internal sealed record ReportedPublicationBody(
    string Reference, string Publication, string Href, string Form, DateOnly PublishedOn, DateOnly? WithdrawnOn);

/// <summary>A recommendation as it was at the year's end.</summary>
/// <param name="Reference">Case reference.</param>
/// <param name="Number">Its number in the review.</param>
/// <param name="Text">What is recommended.</param>
/// <param name="Agency">The agency that owns it.</param>
/// <param name="Status">How it stands now: <c>made</c>, <c>accepted</c>, <c>rejected</c>, <c>withdrawn</c> or <c>evaluated</c>.</param>
/// <param name="Actions">Actions set by the year's end.</param>
/// <param name="Done">Of these, done by the year's end.</param>
/// <param name="Evidence">What was reported in the year, in order.</param>
/// <param name="Result">What the last evaluation by the year's end found: <c>changed</c>, <c>partly-changed</c>, <c>not-changed</c> or <c>too-early</c>; or null.</param>
/// <param name="Finding">On what evidence, or null.</param>
/// <param name="Overdue">Whether a limit of it was due by the year's end and is not met.</param>
internal sealed record ReportedRecommendationBody(
    string Reference, int Number, string Text, string Agency, string Status, int Actions, int Done, IReadOnlyList<string> Evidence,
    string? Result, string? Finding, bool Overdue)
{
    public static ReportedRecommendationBody Of(ReportedRecommendation known) => new(
        known.Reference, known.Number, known.Text, known.Agency, Words.Of(known.Status), known.Actions, known.Done, known.Evidence,
        known.Result is { } result ? Words.Of(result) : null, known.Finding, known.Overdue);
}
