using Workflows.Process.Journal;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Learning;

/// <summary>Recommendations, and events about them and about quality, in plain words.</summary>
internal static class LearningWords
{
    public static string Status(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Made => "Not answered yet",
        RecommendationStatus.Accepted => "Accepted",
        RecommendationStatus.Rejected => "Not accepted",
        RecommendationStatus.Withdrawn => "Withdrawn",
        _ => "Evaluated",
    };

    public static string Progress(ActionProgress progress) => progress switch
    {
        ActionProgress.NotBegun => "Nothing reported yet",
        ActionProgress.Underway => "Underway",
        ActionProgress.Done => "Done",
        _ => "Will not be done",
    };

    public static string Result(EvaluationResult result) => result switch
    {
        EvaluationResult.Changed => "Practice changed as intended",
        EvaluationResult.PartlyChanged => "Practice changed in part",
        EvaluationResult.NotChanged => "Practice did not change",
        _ => "It cannot be told yet",
    };

    public static string Theme(string id) => LearningRules.Current.Themes.GetValueOrDefault(id) ?? id;

    public static string Marker(string id) => QualityMarkers.Current.Markers.FirstOrDefault(each => each.Id == id)?.Title ?? id;

    /// <summary>A limit of a recommendation: what is due.</summary>
    public static string Limit(string id) => LimitName.KindOf(id) switch
    {
        LimitKind.Response => $"Answer to recommendation {LimitName.RecommendationOf(id)}",
        LimitKind.Action => $"Action {LimitName.NumberOf(id)} on recommendation {LimitName.RecommendationOf(id)}",
        _ => $"Evaluation of recommendation {LimitName.RecommendationOf(id)}",
    };

    /// <summary>Whether a letter is about a recommendation in this topic.</summary>
    public static bool IsAbout(LetterTopic topic) =>
        topic.Deadline is { } limit ? LimitName.IsOne(limit) : LearningAccess.RejectedIn(topic) is not null;

    /// <summary>Number of the recommendation that a topic is about.</summary>
    public static int NumberOf(LetterTopic topic) =>
        topic.Deadline is { } limit ? LimitName.RecommendationOf(limit) : LearningAccess.RejectedIn(topic) ?? 0;

    /// <summary>An event about recommendations or quality; null for others.</summary>
    public static string? Of(ReviewEvent happened) => happened switch
    {
        RecommendationMade made => With($"Recommendation {made.Recommendation} was made, for {made.Says.Agency.Text}.", made.Says.Text),
        RecommendationRevised revised => With($"Recommendation {revised.Recommendation} was revised: {revised.Says.Text.Text}", revised.Reason),
        RecommendationAccepted accepted => With($"Recommendation {accepted.Recommendation} was accepted.", accepted.Note),
        RecommendationRejected rejected => With($"Recommendation {rejected.Recommendation} was not accepted.", rejected.Reason),
        RecommendationWithdrawn withdrawn => With($"Recommendation {withdrawn.Recommendation} was withdrawn.", withdrawn.Reason),
        ThemesTagged tagged => $"The themes of recommendation {tagged.Recommendation} were set: {(tagged.Themes.Count == 0 ? "none" : string.Join("; ", tagged.Themes.Select(Theme)))}.",
        ActionSet set => With($"Action {set.Action} on recommendation {set.Recommendation} was set.", set.Text),
        ActionReported reported => With($"Action {reported.Action} on recommendation {reported.Recommendation}, {Say.Day(reported.On)}: {Progress(reported.Progress)}.", reported.Evidence),
        EvaluationDone done => With($"Recommendation {done.Recommendation} was evaluated on {Say.Day(done.On)}: {Result(done.Result)}.", done.Finding),
        QualityMarkerAnswered answered => With($"Quality marker ‘{Marker(answered.Marker)}’ was answered.", answered.Answer),
        QualityMarkerSetAside aside => With($"Quality marker ‘{Marker(aside.Marker)}’ was set aside.", aside.Reason),
        _ => null,
    };

    private static string With(string sentence, Words? words) => words is { } said ? $"{sentence}\n“{said.Text}”" : sentence;
}
