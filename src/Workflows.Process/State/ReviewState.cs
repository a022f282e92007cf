using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>What a journal folds to. Immutable; only <see cref="Evolve"/> makes one from another.</summary>
public sealed record ReviewState
{
    /// <summary>Before the first entry.</summary>
    public static ReviewState Empty { get; } = new();

    /// <summary>Sequence of the last entry folded; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>Identifier of the partnership.</summary>
    public string Partnership { get; init; } = string.Empty;

    /// <summary>Case reference.</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>Identifier of the process.</summary>
    public string Process { get; init; } = string.Empty;

    /// <summary>Version of the process.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Content hash of the definition that it runs under.</summary>
    public string Hash { get; init; } = string.Empty;

    /// <summary>The person who opened it.</summary>
    public string OpenedBy { get; init; } = string.Empty;

    /// <summary>The role in which they opened it.</summary>
    public string OpenedAs { get; init; } = string.Empty;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Day of opening, Europe/London.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>When and by whom it was recorded, where it is a review from before; else null.</summary>
    public ImportMark? Imported { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the last entry was written.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Open, closed or withdrawn.</summary>
    public ReviewStatus Status { get; init; }

    /// <summary>The stage it stands in, or stood in last; null before the first.</summary>
    public string? Stage { get; init; }

    /// <summary>Stage that a decision chose to follow, or null.</summary>
    public string? NextStage { get; init; }

    /// <summary>Days on which stages were last entered.</summary>
    public ImmutableDictionary<string, DateOnly> Stages { get; init; } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>The partnership's choices, fixed at opening.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All answers, in canonical form.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Items by instance.</summary>
    public ImmutableDictionary<string, ItemState> Items { get; init; } = ImmutableDictionary<string, ItemState>.Empty;

    // Events follow this order. The dictionary's own differs from one process to the next, and with it would two journals
    // of the same deeds.
    internal IEnumerable<ItemState> ItemsInOrder => Items.Values.OrderBy(item => item.Id, StringComparer.Ordinal);

    /// <summary>Deadlines by instance.</summary>
    public ImmutableDictionary<string, DeadlineState> Deadlines { get; init; } =
        ImmutableDictionary<string, DeadlineState>.Empty;

    /// <summary>What it recommended and how far that is, and what was found of its quality.</summary>
    public LearningState Learning { get; init; } = LearningState.Empty;

    /// <summary>The case's list of identifying details, and how far documents are screened.</summary>
    public ScreeningState Screening { get; init; } = ScreeningState.Empty;

    /// <summary>Letters by identifier.</summary>
    public ImmutableDictionary<string, LetterState> Letters { get; init; } =
        ImmutableDictionary<string, LetterState>.Empty;

    /// <summary>Letters of which something is still to be done by the engine.</summary>
    public ImmutableHashSet<string> LettersToSend { get; init; } = [];

    /// <summary>Escalations that wait for release.</summary>
    public ImmutableDictionary<string, EscalationHeld> Held { get; init; } =
        ImmutableDictionary<string, EscalationHeld>.Empty;

    /// <summary>How many escalations were ever held; the next one's number less one.</summary>
    public int HeldCount { get; init; }

    /// <summary>Entries of registers, in order.</summary>
    public ImmutableList<RegisterEntry> Registers { get; init; } = [];

    /// <summary>Reviewers of the register who were appointed, or of whom a conflict of interest was declared, by person.</summary>
    public ImmutableDictionary<string, ReviewerState> Reviewers { get; init; } = ImmutableDictionary<string, ReviewerState>.Empty;

    /// <summary>What is or was public.</summary>
    public ImmutableList<PublicationState> Publications { get; init; } = [];

    /// <summary>Bodies that have been written to about this review.</summary>
    public ImmutableHashSet<string> ToldTo { get; init; } = [];

    /// <summary>Other reviews that decisions asked for, by identifier.</summary>
    public ImmutableDictionary<string, StartState> Starts { get; init; } = ImmutableDictionary<string, StartState>.Empty;

    /// <summary>Links to other reviews, by the other's identifier.</summary>
    public ImmutableDictionary<string, LinkState> Links { get; init; } = ImmutableDictionary<string, LinkState>.Empty;

    /// <summary>A proposal to move to a newer version that waits for agreement, or null.</summary>
    public MoveState? Move { get; init; }

    /// <summary>How often a move was ever proposed; the next one's number less one.</summary>
    public int MoveCount { get; init; }

    /// <summary>Commands that carried a key: hash of the key to what was asked.</summary>
    public ImmutableDictionary<string, CommandRecord> Commands { get; init; } =
        ImmutableDictionary<string, CommandRecord>.Empty;

    /// <summary>Comments on the copies before publication, and the national repository.</summary>
    public PublishingState Publishing { get; init; } = PublishingState.Empty;

    /// <summary>How long its record is kept.</summary>
    public KeepingState Keeping { get; init; } = KeepingState.Empty;

    /// <summary>Whether it still runs.</summary>
    public bool IsOpen => Status == ReviewStatus.Open;

    /// <summary>A deadline of the definition, or a limit of a recommendation; null where there is none.</summary>
    /// <param name="id">Identifier of the instance.</param>
    public DeadlineState? FindDeadline(string id) =>
        LimitName.IsOne(id) ? Learning.Limits.GetValueOrDefault(id) : Deadlines.GetValueOrDefault(id);

    /// <summary>A date among the answers, or null where it is not known.</summary>
    /// <param name="fact">Name of the fact.</param>
    public DateOnly? DateOf(string fact) =>
        Facts.TryGetValue(fact, out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : null;
}

/// <summary>How a review stands.</summary>
public enum ReviewStatus
{
    /// <summary>It runs.</summary>
    Open,

    /// <summary>It was carried to its end.</summary>
    Closed,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>An entry of a register.</summary>
/// <param name="Item">Instance of the register.</param>
/// <param name="At">When it was added.</param>
/// <param name="By">Who added it.</param>
/// <param name="Facts">Its answers, in canonical form.</param>
/// <param name="Note">What the person added, or null.</param>
public sealed record RegisterEntry(
    string Item, DateTimeOffset At, Actor By, ImmutableDictionary<string, string> Facts, string? Note);

/// <summary>A command that carried an idempotency key.</summary>
/// <param name="Fingerprint">Hash of what was asked.</param>
/// <param name="Sequence">Sequence of its first entry.</param>
/// <param name="Produced">Version of a document that it stored, number of a recommendation or action that it made, or null.</param>
public sealed record CommandRecord(string Fingerprint, long Sequence, int? Produced);
