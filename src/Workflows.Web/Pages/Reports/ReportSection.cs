using System.Globalization;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Reviews.Reports;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reports;

/// <summary>A part of a report: one table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Note">What is said before the table, or null.</param>
/// <param name="Heads">Headings of the columns.</param>
/// <param name="Rows">The rows, each of as many cells.</param>
internal sealed record ReportSection(string Title, string? Note, IReadOnlyList<string> Heads, IReadOnlyList<string[]> Rows);

/// <summary>The yearly report as the same tables for the page, the spreadsheet and the Word document.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<ReportSection> Of(YearlyReport report) =>
    [
        new("Reviews", null, ["Kind", "Opened", "Closed", "Withdrawn", "Open at the end"], [.. report.Reviews.Select(count =>
            new[] { count.Process, Number(count.Opened), Number(count.Closed), Number(count.Withdrawn), Number(count.OpenAtEnd) })]),
        new("Decisions and their reasons", null, ["Review", "Decision", "Outcome", "Day", "Why"], [.. report.Decisions.Select(made =>
            new[] { made.Reference, made.Decision, made.Outcome, Say.Day(made.On), made.Rationale ?? string.Empty })]),
        new("Timeliness by stage", "The median counts calendar days from the date that a limit is counted from to the day on which it was met.",
            ["Stage", "In time", "Late", "Overdue", "Median days"], [.. report.Timeliness.Select(stage => new[]
            {
                stage.Stage, Number(stage.InTime), Number(stage.Late), Number(stage.Overdue),
                stage.MedianDays?.ToString(CultureInfo.InvariantCulture) ?? "–",
            })]),
        new("Publications", null, ["Review", "Form", "Published", "Withdrawn"], [.. report.Publications.Select(known =>
            new[] { known.Reference, known.Form == PublicationForm.InFull ? "in full" : "improvements only", Say.Day(known.On), known.WithdrawnOn is { } on ? Say.Day(on) : "–" })]),
        Changes(report),
        new("Recommendations and what was done", null,
            ["Review", "Recommendation", "Agency", "Standing", "Actions done", "Reported in the year", "Evaluation"],
            [.. report.Recommendations.Select(Row)]),
        new("Information that never came", "Asked for in reviews opened in the year and never received.", ["What", "Number"],
            [["Gaps", Number(report.Gaps)]]),
    ];

    // What was shown to have changed, in numbers, before the long table that says it in words.
    private static ReportSection Changes(YearlyReport report)
    {
        var all = report.Recommendations;
        return new ReportSection("What was shown to have changed", null, ["Recommendations", "Number"],
        [
            ["Made or followed up in the year", Number(all.Count)],
            ["With every action done", Number(all.Count(known => known.Actions > 0 && known.Done == known.Actions))],
            ["With something overdue", Number(all.Count(known => known.Overdue))],
            .. Enum.GetValues<EvaluationResult>().Select(result =>
                new[] { $"Evaluated: {LearningWords.Result(result)}", Number(all.Count(known => known.Result == result)) }),
            ["Not evaluated yet", Number(all.Count(known => known.Result is null))],
        ]);
    }

    private static string[] Row(ReportedRecommendation known) =>
    [
        known.Reference, $"{known.Number}. {known.Text}", known.Agency,
        known.Overdue ? $"{LearningWords.Status(known.Status)}; overdue" : LearningWords.Status(known.Status),
        $"{Number(known.Done)} of {Number(known.Actions)}", string.Join("\n", known.Evidence),
        known.Result is { } result ? $"{LearningWords.Result(result)}: {known.Finding}" : "–",
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
