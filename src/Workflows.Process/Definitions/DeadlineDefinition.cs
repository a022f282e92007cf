using Workflows.Process.Calendar;

namespace Workflows.Process.Definitions;

/// <summary>What stands behind a deadline.</summary>
public enum Force
{
    /// <summary>An act of Parliament.</summary>
    Statute,

    /// <summary>A statutory instrument.</summary>
    Regulation,

    /// <summary>Statutory guidance such as Working Together.</summary>
    StatutoryGuidance,

    /// <summary>Guidance by the national Panel.</summary>
    PanelGuidance,

    /// <summary>The partnership's own practice.</summary>
    Local,

    /// <summary>Asked for, not owed: reminded, never escalated.</summary>
    Advisory,
}

/// <summary>How a rule was checked against its source.</summary>
public enum CheckedMark
{
    /// <summary>Read in the primary text.</summary>
    Primary,

    /// <summary>Reported by a secondary text.</summary>
    Secondary,

    /// <summary>Not read at source: a person must check it before go-live.</summary>
    Unverified,
}

/// <summary>
/// A limit in time. It is kept as a budget counted from (or back from) a date; the due day is derived, and ends
/// at 23:59:59 Europe/London.
/// </summary>
public sealed record DeadlineDefinition
{
    /// <summary>Identifier; for an item's own deadline, the item's.</summary>
    public required string Id { get; init; }

    /// <summary>What is due, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The due day: a budget after (or before) an anchor.</summary>
    public required Moment Due { get; init; }

    /// <summary>Items of which the first one done meets it.</summary>
    public required IReadOnlyList<string> MetBy { get; init; }

    /// <summary>What stands behind it.</summary>
    public required Force Force { get; init; }

    /// <summary>Source: act, regulation or guidance, as a person would look it up.</summary>
    public required string Cite { get; init; }

    /// <summary>How the rule was checked.</summary>
    public required CheckedMark Checked { get; init; }

    /// <summary>Name of its ladder, or null for none.</summary>
    public string? Ladder { get; init; }

    /// <summary>Whether the partnership may extend it, with a reason. Limits set by others cannot be.</summary>
    public bool Extendable { get; init; }

    /// <summary>File line on which it stands, for messages; 1-based.</summary>
    public int Line { get; init; }
}

/// <summary>A day found by counting from a date.</summary>
/// <param name="Budget">How far; zero for the date itself.</param>
/// <param name="Direction">After the anchor, or before it.</param>
/// <param name="Anchor">The date counted from.</param>
public sealed record Moment(Budget Budget, CountDirection Direction, Anchor Anchor);

/// <summary>What a date is taken from.</summary>
public enum AnchorKind
{
    /// <summary>The day the review was opened.</summary>
    ReviewOpened,

    /// <summary>The day a stage was entered.</summary>
    StageOpened,

    /// <summary>The day an item was opened.</summary>
    ItemOpened,

    /// <summary>The day an item was done.</summary>
    ItemDone,

    /// <summary>A date among the facts.</summary>
    Fact,

    /// <summary>The date that the partnership's setting stands for.</summary>
    Setting,
}

/// <summary>The date that a count starts from, known or not yet known.</summary>
/// <param name="Kind">What it is taken from.</param>
/// <param name="Name">Identifier of the stage, item, fact or setting; empty for the review.</param>
public sealed record Anchor(AnchorKind Kind, string Name)
{
    /// <summary>The anchor as definitions write it, for example <c>facts.awareOn</c> or <c>notify.on</c>.</summary>
    public override string ToString() => Kind switch
    {
        AnchorKind.ReviewOpened => "review.opened",
        AnchorKind.StageOpened or AnchorKind.ItemOpened => $"{Name}.opened",
        AnchorKind.ItemDone => $"{Name}.on",
        AnchorKind.Fact => $"facts.{Name}",
        _ => $"settings.{Name}",
    };
}
