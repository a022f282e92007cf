using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>How an item stands. One that has not opened yet has no state.</summary>
public enum ItemStatus
{
    /// <summary>It can be done now.</summary>
    Open,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was not needed.</summary>
    Skipped,

    /// <summary>Its stage, or the review, ended first.</summary>
    Lapsed,

    /// <summary>It starts over, and has not opened again yet.</summary>
    Waiting,
}

/// <summary>An instance of an item.</summary>
public sealed record ItemState
{
    /// <summary>Identifier of the instance.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier in the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>How it stands.</summary>
    public required ItemStatus Status { get; init; }

    /// <summary>Which of several it is (an agency, say), or null.</summary>
    public string? Label { get; init; }

    /// <summary>Day on which it opened last, Europe/London.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>Day that counts as the one on which it was done, or null.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>When its being done was recorded, or null.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who did it, or null.</summary>
    public Actor? DoneBy { get; init; }

    /// <summary>Everybody who ever did it or handed in a version of it, also before it was opened again.</summary>
    public ImmutableHashSet<string> Doers { get; init; } = [];

    /// <summary>Outcome of a decision, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>Rationale of a decision or note on a task, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether lapsing left a gap to be stated.</summary>
    public bool Gap { get; init; }

    /// <summary>Whether it is of a review from before, and what was done about it stands in no record.</summary>
    public bool Unrecorded { get; init; }

    /// <summary>Where a document of a review from before is, as long as its bytes have not been given; or null.</summary>
    public HeldDocument? HeldElsewhere { get; init; }

    /// <summary>Version of the document that an approval is about, or null.</summary>
    public int? About { get; init; }

    /// <summary>Approvals given in this round, by role.</summary>
    public ImmutableDictionary<string, ApprovalState> Approvals { get; init; } =
        ImmutableDictionary<string, ApprovalState>.Empty;

    /// <summary>The rejection that ended the last round, or null where there was none.</summary>
    public ApprovalState? Rejected { get; init; }

    /// <summary>Versions of a document, in order.</summary>
    public ImmutableList<DocumentVersion> Versions { get; init; } = [];

    /// <summary>Whether nothing waits for it any more.</summary>
    public bool IsSettled => Status is ItemStatus.Done or ItemStatus.Skipped or ItemStatus.Lapsed;
}

/// <summary>A document of a review from before whose bytes are elsewhere.</summary>
/// <param name="Sha256">Their hash, lower-case hex, or null where it is not known.</param>
/// <param name="At">Where they are held, or null.</param>
public sealed record HeldDocument(string? Sha256, string? At);

/// <summary>An approval given, or a rejection.</summary>
/// <param name="Role">The role.</param>
/// <param name="User">The person.</param>
/// <param name="At">When.</param>
public sealed record ApprovalState(string Role, string User, DateTimeOffset At);

/// <summary>A version of a document.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hex.</param>
/// <param name="Bytes">Size.</param>
/// <param name="MediaType">Media type as given.</param>
/// <param name="FileName">File name as given.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="At">When.</param>
public sealed record DocumentVersion(
    int Version, string Sha256, long Bytes, string MediaType, string FileName, Actor By, DateTimeOffset At);
