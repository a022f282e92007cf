namespace Workflows.Process.Journal;

/// <summary>A deadline began to run.</summary>
/// <param name="Deadline">Identifier of the instance.</param>
/// <param name="Definition">Identifier in the definition.</param>
/// <param name="Item">Instance of the item whose own deadline it is, or null.</param>
/// <param name="Anchor">The date counted from.</param>
/// <param name="DueOn">The due day; it ends at 23:59:59 Europe/London.</param>
/// <param name="Calendar">Version of the working calendar.</param>
/// <param name="Passed">Rungs that will not fire, since their time had passed when it was armed again.</param>
public sealed record DeadlineArmed(
    string Deadline, string Definition, string? Item, DateOnly Anchor, DateOnly DueOn, string Calendar,
    IReadOnlyList<string>? Passed = null) : ReviewEvent;

/// <summary>Why a due day moved.</summary>
public enum MoveReason
{
    /// <summary>The date it is counted from was corrected.</summary>
    AnchorCorrected,

    /// <summary>The working calendar changed.</summary>
    CalendarChanged,

    /// <summary>It was extended.</summary>
    Extended,

    /// <summary>The review was moved to a newer version of its process.</summary>
    DefinitionMoved,
}

/// <summary>A due day moved.</summary>
/// <param name="Deadline">Instance.</param>
/// <param name="From">The old day.</param>
/// <param name="To">The new day.</param>
/// <param name="Anchor">The date now counted from.</param>
/// <param name="Because">Why.</param>
/// <param name="Reason">What the person wrote, or null.</param>
/// <param name="Calendar">Version of the working calendar.</param>
/// <param name="Rearmed">Rungs that had fired and may fire again, since they now lie ahead.</param>
/// <param name="Passed">Rungs of a newer version that will not fire, since their time had passed when it took over.</param>
public sealed record DeadlineMoved(
    string Deadline, DateOnly From, DateOnly To, DateOnly Anchor, MoveReason Because, Words? Reason, string Calendar,
    IReadOnlyList<string> Rearmed, IReadOnlyList<string>? Passed = null) : ReviewEvent;

/// <summary>The work was done; late or not stays on record.</summary>
/// <param name="Deadline">Instance.</param>
/// <param name="On">Day on which it was done.</param>
public sealed record DeadlineMet(string Deadline, DateOnly On) : ReviewEvent;

/// <summary>The deadline no longer applies: its work is not needed.</summary>
/// <param name="Deadline">Instance.</param>
public sealed record DeadlineCancelled(string Deadline) : ReviewEvent;

/// <summary>A reason for a delay was recorded.</summary>
/// <param name="Deadline">Instance.</param>
/// <param name="Reason">Why.</param>
public sealed record DelayExplained(string Deadline, Words Reason) : ReviewEvent;

/// <summary>A rung of a ladder fired.</summary>
/// <param name="Deadline">Instance of the deadline.</param>
/// <param name="Rung">Its number in the ladder: <c>3</c>, or <c>4.2</c> for the second time of a repeating one.</param>
/// <param name="Planned">The instant for which it was planned; after downtime, earlier than the entry's own.</param>
/// <param name="Escalates">Whether it escalates.</param>
public sealed record RungFired(string Deadline, string Rung, DateTimeOffset Planned, bool Escalates) : ReviewEvent;

/// <summary>An escalation waits for the business manager to release it; on its day it goes by itself.</summary>
/// <param name="Escalation">Identifier, <c>release-1</c> and so on: the task that releases it.</param>
/// <param name="Deadline">Instance of the deadline.</param>
/// <param name="Rung">The rung.</param>
/// <param name="Recipients">Who will get the delay notice.</param>
/// <param name="GoesOn">Day on whose end it goes by itself.</param>
public sealed record EscalationHeld(
    string Escalation, string Deadline, string Rung, IReadOnlyList<string> Recipients, DateOnly GoesOn) : ReviewEvent;

/// <summary>A held escalation goes out.</summary>
/// <param name="Escalation">Identifier.</param>
public sealed record EscalationReleased(string Escalation) : ReviewEvent;
