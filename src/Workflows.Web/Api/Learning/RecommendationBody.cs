namespace Workflows.Web.Api.Learning;

/// <summary>A recommendation as it stands.</summary>
internal sealed record RecommendationBody
{
    /// <summary>Identifier of the review.</summary>
    public required string Review { get; init; }

    /// <summary>Case reference of the review.</summary>
    public required string Reference { get; init; }

    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>Its number in the review, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its address.</summary>
    public required string Href { get; init; }

    /// <summary>What is recommended.</summary>
    public required string Text { get; init; }

    /// <summary>The agency that owns it.</summary>
    public required string Agency { get; init; }

    /// <summary>Identifier of the role in the directory that answers for it.</summary>
    public required string Role { get; init; }

    /// <summary>The accountable post.</summary>
    public required string Post { get; init; }

    /// <summary>The change in practice that is intended.</summary>
    public required string Change { get; init; }

    /// <summary>How its effect is evaluated.</summary>
    public required string Evaluation { get; init; }

    /// <summary><c>made</c>, <c>accepted</c>, <c>rejected</c>, <c>withdrawn</c> or <c>evaluated</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What its owner said when answering, or why it was withdrawn; or null.</summary>
    public required string? Answer { get; init; }

    /// <summary>Day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Identifiers of its themes.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Its limits in time; those no longer needed are left out.</summary>
    public required IReadOnlyList<LimitBody> Limits { get; init; }

    /// <summary>Its actions.</summary>
    public required IReadOnlyList<RecommendedActionBody> Actions { get; init; }

    /// <summary>Its evaluations.</summary>
    public required IReadOnlyList<EvaluationBody> Evaluations { get; init; }

    /// <summary>Whether any of its limits is overdue.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Whether the person who asks answers for it.</summary>
    public required bool Mine { get; init; }

    /// <summary>Whether somebody in the directory answers for it; where nobody does, the manager of the review is written to.</summary>
    public required bool Held { get; init; }
}

/// <summary>A limit in time of a recommendation.</summary>
internal sealed record LimitBody
{
    /// <summary><c>response</c>, <c>action</c> or <c>evaluation</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Number of the action or evaluation; null for an answer.</summary>
    public required int? Number { get; init; }

    /// <summary>What is due.</summary>
    public required string Title { get; init; }

    /// <summary>The due day; it ends at 23:59:59 Europe/London.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary><c>pending</c>, <c>met</c>, <c>met late</c> or <c>overdue</c>.</summary>
    public required string State { get; init; }

    /// <summary>Day on which it was met, or null.</summary>
    public required DateOnly? MetOn { get; init; }

    /// <summary>The day to which it was extended, or null.</summary>
    public required DateOnly? ExtendedTo { get; init; }

    /// <summary>What stands behind it.</summary>
    public required string Force { get; init; }

    /// <summary>Source of the rule.</summary>
    public required string Cite { get; init; }

    /// <summary>How the rule was checked.</summary>
    public required string Checked { get; init; }
}

/// <summary>An action on a recommendation.</summary>
/// <param name="Number">Its number within the recommendation.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="SetOn">Day on which it was set.</param>
/// <param name="Progress"><c>not-begun</c>, <c>underway</c>, <c>done</c> or <c>dropped</c>.</param>
/// <param name="DueOn">The day by which it is due.</param>
/// <param name="Reports">What was reported, in order.</param>
internal sealed record RecommendedActionBody(
    int Number, string Text, DateOnly SetOn, string Progress, DateOnly? DueOn, IReadOnlyList<ReportBody> Reports);

/// <summary>A report on an action.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Progress">How far it was.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">Day that counts.</param>
internal sealed record ReportBody(DateTimeOffset At, string By, string Progress, string Evidence, DateOnly On);

/// <summary>An evaluation.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Result"><c>changed</c>, <c>partly-changed</c>, <c>not-changed</c> or <c>too-early</c>.</param>
/// <param name="Finding">On what evidence.</param>
/// <param name="On">Day of the evaluation.</param>
/// <param name="By">Who recorded it.</param>
internal sealed record EvaluationBody(int Number, string Result, string Finding, DateOnly On, string By);

/// <summary>The recommendations of a review.</summary>
/// <param name="Items">Those that the person may see, in order.</param>
internal sealed record RecommendationsBody(IReadOnlyList<RecommendationBody> Items);

/// <summary>A page of recommendations of several reviews.</summary>
/// <param name="Items">Recommendations; a page ends with a review, and may be longer than asked.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
internal sealed record RecommendationPageBody(IReadOnlyList<RecommendationBody> Items, string? Next);
