namespace Workflows.Process.Journal;

/// <summary>The review recommended something.</summary>
/// <param name="Recommendation">Its number in this review, from 1.</param>
/// <param name="Says">What is recommended, who answers for it, and how its effect is judged.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="Themes">Identifiers of the themes that it belongs to.</param>
public sealed record RecommendationMade(
    int Recommendation, RecommendationWords Says, DateOnly On, IReadOnlyList<string>? Themes = null) : ReviewEvent;

/// <summary>A recommendation as people wrote it.</summary>
/// <param name="Text">What is recommended.</param>
/// <param name="Agency">The agency that owns it.</param>
/// <param name="Role">Role in the directory that answers for it.</param>
/// <param name="Post">The accountable post, as the agency calls it; no name.</param>
/// <param name="Change">The change in practice that is intended.</param>
/// <param name="Evaluation">How its effect is evaluated.</param>
public sealed record RecommendationWords(Words Text, Words Agency, string Role, Words Post, Words Change, Words Evaluation);

/// <summary>A recommendation was worded anew, or given to another owner.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Says">What it says now.</param>
/// <param name="Reason">Why.</param>
public sealed record RecommendationRevised(int Recommendation, RecommendationWords Says, Words Reason) : ReviewEvent;

/// <summary>The owner accepted a recommendation.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Note">What the owner added, or null.</param>
public sealed record RecommendationAccepted(int Recommendation, Words? Note) : ReviewEvent;

/// <summary>The owner did not accept a recommendation.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Reason">Why.</param>
public sealed record RecommendationRejected(int Recommendation, Words Reason) : ReviewEvent;

/// <summary>A recommendation was withdrawn: nothing more is asked about it.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Reason">Why.</param>
public sealed record RecommendationWithdrawn(int Recommendation, Words Reason) : ReviewEvent;

/// <summary>The themes of a recommendation were set.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Themes">Identifiers of its themes, all of them.</param>
public sealed record ThemesTagged(int Recommendation, IReadOnlyList<string> Themes) : ReviewEvent;

/// <summary>An action on a recommendation was set.</summary>
/// <param name="Recommendation">Number of the recommendation.</param>
/// <param name="Action">Number of the action within it, from 1.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="On">Day on which it was set, Europe/London.</param>
public sealed record ActionSet(int Recommendation, int Action, Words Text, DateOnly On) : ReviewEvent;

/// <summary>How far an action is.</summary>
public enum ActionProgress
{
    /// <summary>Nothing has been reported of it.</summary>
    NotBegun,

    /// <summary>It goes on.</summary>
    Underway,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It will not be done.</summary>
    Dropped,
}

/// <summary>It was reported how far an action is.</summary>
/// <param name="Recommendation">Number of the recommendation.</param>
/// <param name="Action">Number of the action.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Evidence">What shows it, or why it is dropped.</param>
/// <param name="On">Day that counts, Europe/London.</param>
public sealed record ActionReported(
    int Recommendation, int Action, ActionProgress Progress, Words Evidence, DateOnly On) : ReviewEvent;

/// <summary>What an evaluation found.</summary>
public enum EvaluationResult
{
    /// <summary>Practice changed as intended.</summary>
    Changed,

    /// <summary>Practice changed in part.</summary>
    PartlyChanged,

    /// <summary>Practice did not change.</summary>
    NotChanged,

    /// <summary>It cannot be told yet.</summary>
    TooEarly,
}

/// <summary>What a recommendation changed was evaluated.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Evaluation">Which evaluation of it, from 1.</param>
/// <param name="Result">What it found.</param>
/// <param name="Finding">On what evidence.</param>
/// <param name="On">Day of the evaluation, Europe/London.</param>
/// <param name="Again">The day of the next evaluation, or null where this was the last.</param>
public sealed record EvaluationDone(
    int Recommendation, int Evaluation, EvaluationResult Result, Words Finding, DateOnly On, DateOnly? Again = null) : ReviewEvent;
