using Workflows.Process.Calendar;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Desk;

namespace Workflows.Reviews.Reports;

/// <summary>A recommendation that was made or followed up in a year, and how far it was at the year's end.</summary>
public sealed record ReportedRecommendation
{
    /// <summary>Case reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Its number in the review.</summary>
    public required int Number { get; init; }

    /// <summary>What is recommended.</summary>
    public required string Text { get; init; }

    /// <summary>The agency that owns it.</summary>
    public required string Agency { get; init; }

    /// <summary>How it stands now.</summary>
    public required RecommendationStatus Status { get; init; }

    /// <summary>Actions set by the year's end.</summary>
    public required int Actions { get; init; }

    /// <summary>Of these, done by the year's end.</summary>
    public required int Done { get; init; }

    /// <summary>What was reported in the year, in order.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>What the last evaluation by the year's end found, or null where there was none.</summary>
    public required EvaluationResult? Result { get; init; }

    /// <summary>On what evidence it found that, or null.</summary>
    public required string? Finding { get; init; }

    /// <summary>Whether a limit of it was due in the year or before and is not met.</summary>
    public required bool Overdue { get; init; }

    internal static IEnumerable<ReportedRecommendation> Of(ReviewFile file, DateOnly from, DateOnly until, DateOnly today) =>
        file.State.Learning.Recommendations.Where(known => known.MadeOn <= until && !WasOver(known, from))
            .Select(known => Of(known, file, from, until, today));

    private static ReportedRecommendation Of(RecommendationState known, ReviewFile file, DateOnly from, DateOnly until, DateOnly today)
    {
        var evaluation = known.Evaluations.LastOrDefault(each => each.On <= until);
        var actions = known.Actions.Where(action => action.SetOn <= until).ToArray();
        var end = until < today ? until : today.AddDays(-1);
        return new ReportedRecommendation
        {
            Reference = file.State.Reference,
            Number = known.Number,
            Text = known.Says.Text.Text,
            Agency = known.Says.Agency.Text,
            Status = known.Status,
            Actions = actions.Length,
            Done = actions.Count(action => action.Reports.LastOrDefault(report => report.On <= until)?.Progress == ActionProgress.Done),
            Evidence = [.. actions.SelectMany(action => action.Reports).Where(report => report.On >= from && report.On <= until)
                .OrderBy(report => report.At).Select(report => report.Evidence)],
            Result = evaluation?.Result,
            Finding = evaluation?.Finding,
            Overdue = file.State.Learning.Running(known.Number).Any(limit => limit.DueOn <= end),
        };
    }

    // Over before the year: withdrawn, not accepted, or evaluated for the last time.
    private static bool WasOver(RecommendationState known, DateOnly from) => known.Status switch
    {
        RecommendationStatus.Rejected or RecommendationStatus.Withdrawn => known.AnsweredAt is { } at && LondonTime.DateOf(at) < from,
        RecommendationStatus.Evaluated => known.Evaluations[^1].On < from && known.Actions.All(action => action.Reports.All(report => report.On < from)),
        _ => false,
    };
}
