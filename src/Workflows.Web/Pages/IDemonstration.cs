namespace Workflows.Web.Pages;

/// <summary>
/// What only a demonstration on one machine has: signing in as anybody, the letters, and a clock that can be moved. A host that
/// adds no such service serves none of it.
/// </summary>
public interface IDemonstration
{
    /// <summary>Letters sent, the latest first.</summary>
    /// <param name="most">Most letters to give, 1 or more.</param>
    /// <param name="stop">Ends the reading.</param>
    Task<IReadOnlyList<DemonstrationLetter>> LettersAsync(int most, CancellationToken stop);

    /// <summary>When something falls due next, or null where nothing will.</summary>
    /// <param name="stop">Ends the wait.</param>
    Task<DateTimeOffset?> NextEventAsync(CancellationToken stop);

    /// <summary>Moves the clock and does all that falls due on the way.</summary>
    /// <param name="to">The instant; no earlier than now.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether it moved: false where the instant is past, or further off than one move may be.</returns>
    Task<bool> MoveAsync(DateTimeOffset to, CancellationToken stop);
}

/// <summary>A letter as the demonstration shows it.</summary>
/// <param name="Id">Its number, from 1, in the order of sending.</param>
/// <param name="To">Addresses.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Review">Identifier of the review.</param>
/// <param name="Kind">Kind of letter.</param>
public sealed record DemonstrationLetter(
    long Id, IReadOnlyList<string> To, string Subject, string Text, DateTimeOffset SentAt, string Review, string Kind);
