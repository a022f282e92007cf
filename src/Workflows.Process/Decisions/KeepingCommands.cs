namespace Workflows.Process.Decisions;

/// <summary>A command about how long the record is kept: it may come when the review is over.</summary>
public abstract record KeepingCommand : ReviewCommand;

/// <summary>Forbids the destruction of the record for the time being. Approvals given before count no more.</summary>
/// <param name="Reason">Why.</param>
public sealed record PlaceHold(string? Reason) : KeepingCommand;

/// <summary>Lifts a hold.</summary>
/// <param name="Hold">Identifier of the hold.</param>
/// <param name="Reason">Why.</param>
public sealed record LiftHold(string Hold, string? Reason) : KeepingCommand;

/// <summary>Approves the destruction of the record; when a second person does, it is ordered.</summary>
public sealed record ApproveDestruction : KeepingCommand;

/// <summary>Records that what the review holds was given out on request.</summary>
/// <param name="Reason">Who asked, and on what ground.</param>
public sealed record DiscloseRecord(string? Reason) : KeepingCommand;

/// <summary>Records that the destruction that was ordered begins. Given by the engine, before it destroys anything.</summary>
/// <param name="Papers">Names of the private papers.</param>
public sealed record BeginDestruction(IReadOnlyList<string> Papers) : ReviewCommand;

/// <summary>Records that the record was destroyed. Given by the engine.</summary>
public sealed record RecordDestruction : ReviewCommand;
