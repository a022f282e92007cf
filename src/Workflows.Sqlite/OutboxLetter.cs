using Workflows.Reviews.Ports;

namespace Workflows.Sqlite;

/// <summary>A letter in the outbox.</summary>
public sealed record OutboxLetter
{
    /// <summary>Its number, from 1, in the order of sending.</summary>
    public required long Id { get; init; }

    /// <summary>The letter's own key.</summary>
    public required string Key { get; init; }

    /// <summary>The review it is about.</summary>
    public required ReviewId Review { get; init; }

    /// <summary>Kind of letter, as in <see cref="OutgoingLetter.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Addresses.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The iCalendar attachment, or null.</summary>
    public string? Calendar { get; init; }

    /// <summary>When it was sent first, UTC, by the clock of the program.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
