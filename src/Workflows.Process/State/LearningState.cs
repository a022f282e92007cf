using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>What a review recommended and how far that is, and what was found of its quality. It goes on after the review has closed.</summary>
public sealed record LearningState
{
    /// <summary>Nothing yet.</summary>
    public static LearningState Empty { get; } = new();

    /// <summary>Recommendations, in the order of their numbers: the first is number 1.</summary>
    public ImmutableList<RecommendationState> Recommendations { get; init; } = [];

    /// <summary>Limits of recommendations by identifier: of answers, actions and evaluations.</summary>
    public ImmutableDictionary<string, DeadlineState> Limits { get; init; } = ImmutableDictionary<string, DeadlineState>.Empty;

    /// <summary>Quality markers that were answered or set aside, by identifier.</summary>
    public ImmutableDictionary<string, MarkerState> Markers { get; init; } = ImmutableDictionary<string, MarkerState>.Empty;

    /// <summary>A recommendation, or null where there is none of that number.</summary>
    /// <param name="number">Its number, from 1.</param>
    public RecommendationState? Find(int number) =>
        number >= 1 && number <= Recommendations.Count ? Recommendations[number - 1] : null;

    /// <summary>The limits of a recommendation that still run, the earliest first.</summary>
    /// <param name="number">Its number.</param>
    public IEnumerable<DeadlineState> Running(int number) => Limits.Values
        .Where(limit => limit.IsRunning && LimitName.RecommendationOf(limit.Id) == number)
        .OrderBy(limit => limit.DueOn).ThenBy(limit => limit.Id, StringComparer.Ordinal);
}

/// <summary>How a recommendation stands.</summary>
public enum RecommendationStatus
{
    /// <summary>Made, and not answered yet.</summary>
    Made,

    /// <summary>Accepted by its owner.</summary>
    Accepted,

    /// <summary>Not accepted by its owner.</summary>
    Rejected,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Evaluated, and no further evaluation is set.</summary>
    Evaluated,
}

/// <summary>A recommendation.</summary>
public sealed record RecommendationState
{
    /// <summary>Its number in the review, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it says.</summary>
    public required RecommendationWords Says { get; init; }

    /// <summary>Day on which it was made, Europe/London.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>Who made it.</summary>
    public required Actor MadeBy { get; init; }

    /// <summary>How it stands.</summary>
    public RecommendationStatus Status { get; init; }

    /// <summary>What its owner said when answering, or why it was withdrawn; or null.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered last, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Identifiers of its themes.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>Its actions, in the order of their numbers: the first is number 1.</summary>
    public ImmutableList<ActionState> Actions { get; init; } = [];

    /// <summary>Its evaluations, in order.</summary>
    public ImmutableList<EvaluationState> Evaluations { get; init; } = [];

    /// <summary>Whether anything may still be asked about it.</summary>
    public bool IsLive => Status is RecommendationStatus.Made or RecommendationStatus.Accepted or RecommendationStatus.Evaluated;

    /// <summary>An action, or null where there is none of that number.</summary>
    /// <param name="number">Its number, from 1.</param>
    public ActionState? FindAction(int number) => number >= 1 && number <= Actions.Count ? Actions[number - 1] : null;
}

/// <summary>An action on a recommendation.</summary>
/// <param name="Number">Its number within the recommendation, from 1.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="SetOn">Day on which it was set, Europe/London.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Reports">What was reported, in order.</param>
public sealed record ActionState(
    int Number, string Text, DateOnly SetOn, ActionProgress Progress, ImmutableList<ActionReport> Reports)
{
    /// <summary>Whether nothing more is to be done in it.</summary>
    public bool IsOver => Progress is ActionProgress.Done or ActionProgress.Dropped;
}

/// <summary>A report on an action.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Progress">How far it was.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">Day that counts, Europe/London.</param>
public sealed record ActionReport(DateTimeOffset At, Actor By, ActionProgress Progress, string Evidence, DateOnly On);

/// <summary>An evaluation of what a recommendation changed.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who.</param>
/// <param name="Result">What it found.</param>
/// <param name="Finding">On what evidence.</param>
/// <param name="On">Day of the evaluation, Europe/London.</param>
public sealed record EvaluationState(
    int Number, DateTimeOffset At, Actor By, EvaluationResult Result, string Finding, DateOnly On);

/// <summary>A quality marker that was answered or set aside.</summary>
/// <param name="Marker">Identifier.</param>
/// <param name="SetAside">Set aside, or answered.</param>
/// <param name="Text">The answer, or the reason.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record MarkerState(string Marker, bool SetAside, string Text, Actor By, DateTimeOffset At);
