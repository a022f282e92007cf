using Workflows.Process.Journal;
using Workflows.Process.Learning;

namespace Workflows.Process.Decisions;

/// <summary>
/// A command about what a review recommended. Unlike others these are taken after the review has closed too: what it
/// recommended is acted on for years.
/// </summary>
public abstract record LearningCommand : ReviewCommand;

/// <summary>Makes a recommendation. Only in an open review.</summary>
/// <param name="Says">What it says.</param>
/// <param name="EvaluateOn">The day by which its effect is evaluated first.</param>
/// <param name="Themes">Identifiers of its themes.</param>
public sealed record MakeRecommendation(RecommendationInput Says, DateOnly EvaluateOn, IReadOnlyList<string> Themes) : LearningCommand;

/// <summary>A recommendation as a person gave it, before it is checked.</summary>
/// <param name="Text">What is recommended.</param>
/// <param name="Agency">The agency that owns it.</param>
/// <param name="Role">Role in the directory that answers for it.</param>
/// <param name="Post">The accountable post; no name.</param>
/// <param name="Change">The change in practice that is intended.</param>
/// <param name="Evaluation">How its effect is evaluated.</param>
public sealed record RecommendationInput(
    string? Text, string? Agency, string? Role, string? Post, string? Change, string? Evaluation);

/// <summary>Words a recommendation anew, or gives it to another owner; it is then answered anew.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Says">What it says now.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviseRecommendation(int Recommendation, RecommendationInput Says, string? Reason) : LearningCommand;

/// <summary>Answers a recommendation for its owner.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Accept">Accept, or not.</param>
/// <param name="Reason">What is added; why, where it is not accepted.</param>
public sealed record AnswerRecommendation(int Recommendation, bool Accept, string? Reason) : LearningCommand;

/// <summary>Withdraws a recommendation.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawRecommendation(int Recommendation, string? Reason) : LearningCommand;

/// <summary>Sets the themes of a recommendation.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Themes">Identifiers of its themes, all of them.</param>
public sealed record TagRecommendation(int Recommendation, IReadOnlyList<string> Themes) : LearningCommand;

/// <summary>Sets an action on a recommendation.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="DueOn">The day by which it is due.</param>
public sealed record SetAction(int Recommendation, string? Text, DateOnly DueOn) : LearningCommand;

/// <summary>Reports how far an action is.</summary>
/// <param name="Recommendation">Number of the recommendation.</param>
/// <param name="Action">Number of the action.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Evidence">What shows it, or why it is dropped.</param>
/// <param name="On">The day that counts, or null for today.</param>
public sealed record ReportAction(
    int Recommendation, int Action, ActionProgress Progress, string? Evidence, DateOnly? On) : LearningCommand;

/// <summary>Records an evaluation of what a recommendation changed.</summary>
/// <param name="Recommendation">Number.</param>
/// <param name="Result">What it found.</param>
/// <param name="Finding">On what evidence.</param>
/// <param name="On">The day of the evaluation, or null for today.</param>
/// <param name="Again">The day of the next evaluation, or null where this was the last.</param>
public sealed record EvaluateRecommendation(
    int Recommendation, EvaluationResult Result, string? Finding, DateOnly? On, DateOnly? Again) : LearningCommand;

/// <summary>Gives another day to a limit of a recommendation.</summary>
/// <param name="Recommendation">Number of the recommendation.</param>
/// <param name="Kind">Which limit.</param>
/// <param name="Action">Number of the action where it is an action's; of no account else.</param>
/// <param name="To">The new day, later than the old.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtendLimit(int Recommendation, LimitKind Kind, int Action, DateOnly To, string? Reason) : LearningCommand;

/// <summary>Answers a quality marker, or sets it aside. Only in an open review.</summary>
/// <param name="Marker">Identifier of the marker.</param>
/// <param name="SetAside">Set aside, or answer.</param>
/// <param name="Text">The answer, or the reason.</param>
public sealed record AnswerMarker(string Marker, bool SetAside, string? Text) : ReviewCommand;
