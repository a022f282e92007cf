using System.Collections.Immutable;

namespace Workflows.Process.State;

/// <summary>A deadline that has begun to run.</summary>
public sealed record DeadlineState
{
    /// <summary>Identifier of the instance.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier in the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>Instance of the item whose own deadline it is, or null.</summary>
    public string? Item { get; init; }

    /// <summary>The date counted from.</summary>
    public required DateOnly Anchor { get; init; }

    /// <summary>The due day; it ends at 23:59:59 Europe/London.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day to which it was extended, or null.</summary>
    public DateOnly? ExtendedTo { get; init; }

    /// <summary>Day on which the work was done, or null.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>Whether it no longer applies.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Rungs that have fired.</summary>
    public ImmutableHashSet<string> Fired { get; init; } = [];

    /// <summary>The recorded reason for a delay, or null.</summary>
    public string? DelayReason { get; init; }

    /// <summary>Whether it still runs.</summary>
    public bool IsRunning => MetOn is null && !Cancelled;

    /// <summary>How it stands on a day; derived, never stored.</summary>
    /// <param name="today">The day, Europe/London.</param>
    public DeadlineStanding On(DateOnly today) => this switch
    {
        { Cancelled: true } => DeadlineStanding.Cancelled,
        { MetOn: { } met } => met <= DueOn ? DeadlineStanding.Met : DeadlineStanding.MetLate,
        _ => today <= DueOn ? DeadlineStanding.Pending : DeadlineStanding.Overdue,
    };
}

/// <summary>How a deadline stands.</summary>
public enum DeadlineStanding
{
    /// <summary>Its day has not ended.</summary>
    Pending,

    /// <summary>The work was done by its day.</summary>
    Met,

    /// <summary>The work was done after its day. That stays on record.</summary>
    MetLate,

    /// <summary>Its day has ended and the work is not done.</summary>
    Overdue,

    /// <summary>Its work turned out not to be needed.</summary>
    Cancelled,
}
