using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>How the opening of another review stands that a decision asked for.</summary>
public enum StartStatus
{
    /// <summary>A person is asked for what is missing.</summary>
    Asked,

    /// <summary>It is to be opened.</summary>
    Ready,

    /// <summary>It is open, and linked.</summary>
    Done,

    /// <summary>It is not opened.</summary>
    Dropped,
}

/// <summary>Another review that a decision asked for.</summary>
public sealed record StartState
{
    /// <summary>Identifier in this review.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier of the process.</summary>
    public required string Process { get; init; }

    /// <summary>Kind of link.</summary>
    public required string Kind { get; init; }

    /// <summary>Who decided it.</summary>
    public required Actor By { get; init; }

    /// <summary>How it stands.</summary>
    public required StartStatus Status { get; init; }

    /// <summary>Day on which it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Answers known so far, in canonical form.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why it could not be opened when it was last tried, or null.</summary>
    public string? Trouble { get; init; }
}

/// <summary>A link to another review.</summary>
public sealed record LinkState
{
    /// <summary>Identifier of the other review.</summary>
    public required string Review { get; init; }

    /// <summary>Its process, without version.</summary>
    public required string Process { get; init; }

    /// <summary>Kind of link.</summary>
    public required string Kind { get; init; }

    /// <summary>Which of the two leads to the other.</summary>
    public required LinkSide Side { get; init; }

    /// <summary>When they were linked.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether the link was taken back, and the other's journal does not have that yet.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether the other's journal is still to be told of the link, or of its end, or of this review's.</summary>
    public bool IsToTell { get; init; }

    /// <summary>How the other review ended, or null while nothing is known of its end.</summary>
    public ReviewStatus? OtherEnded { get; init; }
}
