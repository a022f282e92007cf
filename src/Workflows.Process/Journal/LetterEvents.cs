namespace Workflows.Process.Journal;

/// <summary>A letter is to be sent.</summary>
/// <param name="Letter">Identifier in this review: <c>letter-1</c> and so on.</param>
/// <param name="Kind">Kind of letter.</param>
/// <param name="To">Identifier of the person or body.</param>
/// <param name="Topics">What it is about.</param>
public sealed record LetterIntended(
    string Letter, LetterKind Kind, string To, IReadOnlyList<LetterTopic> Topics) : ReviewEvent;

/// <summary>Kinds of letters.</summary>
public enum LetterKind
{
    /// <summary>Something is asked of the person.</summary>
    Request,

    /// <summary>The person's approval is asked.</summary>
    ApprovalRequest,

    /// <summary>Something is due, soon or already.</summary>
    Reminder,

    /// <summary>A body is told that something is late, and the recorded reason.</summary>
    DelayNotice,

    /// <summary>A body or person is told of a step.</summary>
    Notice,
}

/// <summary>One thing that a letter is about.</summary>
/// <param name="Item">Instance of the item, or null.</param>
/// <param name="Deadline">Instance of the deadline, or null.</param>
/// <param name="Rung">The rung that fired, or null.</param>
/// <param name="Outcome">Outcome or ending that is told, or null.</param>
public sealed record LetterTopic(string? Item, string? Deadline = null, string? Rung = null, string? Outcome = null);

/// <summary>An attempt to send began. Written before the attempt.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="Attempt">From 1.</param>
public sealed record LetterAttempted(string Letter, int Attempt) : ReviewEvent;

/// <summary>The letter was sent.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="MessageId">The mail service's name for it, or null.</param>
public sealed record LetterConfirmed(string Letter, string? MessageId) : ReviewEvent;

/// <summary>The letter was certainly not sent.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="Reason">Why, without addresses.</param>
/// <param name="RetryAt">When it is tried again, or null: a person must look.</param>
public sealed record LetterFailed(string Letter, string Reason, DateTimeOffset? RetryAt) : ReviewEvent;

/// <summary>It cannot be told whether the letter was sent: a person decides.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="Reason">Why, without addresses.</param>
public sealed record LetterAmbiguous(string Letter, string Reason) : ReviewEvent;

/// <summary>The letter was not needed any more before it went.</summary>
/// <param name="Letter">Identifier.</param>
public sealed record LetterCancelled(string Letter) : ReviewEvent;

/// <summary>A person asked for a letter in trouble to be sent again.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="Reason">Why.</param>
public sealed record LetterResendAsked(string Letter, Words? Reason) : ReviewEvent;

/// <summary>A letter that was sent came back: it could not be delivered.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="Reason">Why, without addresses.</param>
public sealed record LetterReturned(string Letter, string Reason) : ReviewEvent;
