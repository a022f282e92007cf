using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>How long a review's record is kept: its end, holds on it, and its destruction.</summary>
public sealed record KeepingState
{
    /// <summary>Nothing has been said of it.</summary>
    public static KeepingState Empty { get; } = new();

    /// <summary>Every hold ever placed, in order.</summary>
    public ImmutableList<LegalHold> Holds { get; init; } = [];

    /// <summary>Approvals of destruction since the last hold, in order.</summary>
    public ImmutableList<DestructionApproval> Approvals { get; init; } = [];

    /// <summary>When it was ordered to be destroyed, or null.</summary>
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>What is to be destroyed, as it stood when that began; null before.</summary>
    public DestructionPlan? Begun { get; init; }

    /// <summary>Its destruction, or null.</summary>
    public Destruction? Destroyed { get; init; }

    /// <summary>How often it was given out on request.</summary>
    public int Disclosures { get; init; }

    /// <summary>Whether a hold stands.</summary>
    public bool IsHeld => Holds.Any(hold => hold.LiftedAt is null);

    /// <summary>Whether free text may be gone: once that was ordered, nothing more is decided on it.</summary>
    public bool MayLackWords => OrderedAt is not null;
}

/// <summary>A hold on destruction.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who placed it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="LiftedAt">When it was lifted, or null while it stands.</param>
public sealed record LegalHold(string Id, string Reason, Actor By, DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt);

/// <summary>An approval of destruction.</summary>
/// <param name="Rule">The rule of retention.</param>
/// <param name="DueOn">Day from which that rule lets it be destroyed.</param>
/// <param name="By">Who approved.</param>
/// <param name="At">When.</param>
public sealed record DestructionApproval(string Rule, DateOnly DueOn, Actor By, DateTimeOffset At);

/// <summary>What a destruction takes.</summary>
/// <param name="Documents">Documents, each content once.</param>
/// <param name="Papers">Names of the private papers.</param>
public sealed record DestructionPlan(int Documents, ImmutableArray<string> Papers);

/// <summary>The record was destroyed.</summary>
/// <param name="Certificate">Identifier of the certificate.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Destruction(string Certificate, DateOnly On, DateTimeOffset At);
