namespace Workflows.Process.Journal;

/// <summary>One entry of a review's journal.</summary>
/// <param name="Sequence">Position, from 1, without gaps.</param>
/// <param name="At">Instant of the decision.</param>
/// <param name="By">Who.</param>
/// <param name="Key">Hash of the command's idempotency key, on the command's first entry only.</param>
/// <param name="Fingerprint">Hash of what the command asked, beside the key.</param>
/// <param name="Event">What happened.</param>
/// <param name="Imported">When and by whom it was recorded, where it belongs to a review from before; else null.</param>
public sealed record JournalEntry(
    long Sequence, DateTimeOffset At, Actor By, string? Key, string? Fingerprint, ReviewEvent Event, ImportMark? Imported = null);

/// <summary>Who did something.</summary>
/// <param name="User">Identifier of the person, or <c>engine</c>.</param>
/// <param name="Role">The role in which they did it.</param>
public sealed record Actor(string User, string Role)
{
    /// <summary>The engine itself: what falls due, opens or follows without a person.</summary>
    public static Actor Engine { get; } = new("engine", "engine");
}
