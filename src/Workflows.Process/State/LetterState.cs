using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>How a letter stands.</summary>
public enum LetterStatus
{
    /// <summary>To be sent.</summary>
    Intended,

    /// <summary>An attempt began, and nothing is known of it yet.</summary>
    Attempted,

    /// <summary>Certainly not sent yet; it will be tried again.</summary>
    Waiting,

    /// <summary>Sent.</summary>
    Confirmed,

    /// <summary>Certainly not sent; a person must look.</summary>
    Failed,

    /// <summary>It cannot be told whether it was sent; a person decides.</summary>
    Ambiguous,

    /// <summary>Not needed any more.</summary>
    Cancelled,

    /// <summary>Sent, and came back.</summary>
    Returned,
}

/// <summary>A letter.</summary>
public sealed record LetterState
{
    /// <summary>Identifier in this review.</summary>
    public required string Id { get; init; }

    /// <summary>Kind.</summary>
    public required LetterKind Kind { get; init; }

    /// <summary>Identifier of the person or body.</summary>
    public required string To { get; init; }

    /// <summary>What it is about.</summary>
    public required ImmutableArray<LetterTopic> Topics { get; init; }

    /// <summary>When it was decided to send it.</summary>
    public required DateTimeOffset IntendedAt { get; init; }

    /// <summary>How it stands.</summary>
    public LetterStatus Status { get; init; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>When it is tried again, while it waits.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why it failed or is in doubt, without addresses; or null.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether a person asked for it again.</summary>
    public bool PersonAskedAgain { get; init; }

    /// <summary>Whether it needs a person.</summary>
    public bool InTrouble => Status is LetterStatus.Failed or LetterStatus.Ambiguous or LetterStatus.Returned;
}
