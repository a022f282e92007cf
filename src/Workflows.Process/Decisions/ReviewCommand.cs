using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>Something that a person, or the engine, asks of a review.</summary>
public abstract record ReviewCommand;

/// <summary>Opens the review.</summary>
/// <param name="Partnership">Identifier of the partnership.</param>
/// <param name="Reference">Case reference, 1 to 60 characters; no names.</param>
/// <param name="Settings">The partnership's choices; what it has not chosen takes the default.</param>
/// <param name="Facts">Answers to the opening facts.</param>
public sealed record OpenReview(
    string Partnership, string Reference, IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, FactInput> Facts) : ReviewCommand
{
    /// <summary>The review that started it: then the decision there stands for the opener's right. Null where a person opens it.</summary>
    public StartedFrom? From { get; init; }
}

/// <summary>Completes a task, adds to a register, or releases a held escalation.</summary>
/// <param name="Item">Instance.</param>
/// <param name="Facts">Answers.</param>
/// <param name="Note">A note, or null.</param>
public sealed record CompleteTask(string Item, IReadOnlyDictionary<string, FactInput> Facts, string? Note)
    : ReviewCommand;

/// <summary>Decides.</summary>
/// <param name="Item">Instance of the decision.</param>
/// <param name="Outcome">Identifier of the outcome.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Facts">Answers.</param>
public sealed record MakeDecision(
    string Item, string Outcome, string? Rationale, IReadOnlyDictionary<string, FactInput> Facts) : ReviewCommand;

/// <summary>Hands in a version of a document whose bytes are stored.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hex.</param>
/// <param name="Bytes">Size.</param>
/// <param name="MediaType">Media type as given.</param>
/// <param name="FileName">File name as given.</param>
public sealed record StoreDocument(string Item, string Sha256, long Bytes, string MediaType, string FileName)
    : ReviewCommand;

/// <summary>Approves or rejects, in the first of the person's roles that has not answered.</summary>
/// <param name="Item">Instance of the approval.</param>
/// <param name="Approve">Approve, or reject.</param>
/// <param name="Reason">Why; needed to reject.</param>
/// <param name="Version">The document version that the person saw, or null where they did not say.</param>
public sealed record GiveApproval(string Item, bool Approve, string? Reason, int? Version = null) : ReviewCommand;

/// <summary>Corrects an answer given before.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Value">The right answer.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectFact(string Fact, FactInput Value, string? Reason) : ReviewCommand;

/// <summary>Extends a deadline that the partnership set for itself.</summary>
/// <param name="Deadline">Instance.</param>
/// <param name="To">The new day.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtendDeadline(string Deadline, DateOnly To, string? Reason) : ReviewCommand;

/// <summary>Records the reason for a delay.</summary>
/// <param name="Deadline">Instance.</param>
/// <param name="Reason">Why.</param>
public sealed record ExplainDelay(string Deadline, string? Reason) : ReviewCommand;

/// <summary>Withdraws the review.</summary>
/// <param name="Reason">Why.</param>
public sealed record WithdrawReview(string? Reason) : ReviewCommand;

/// <summary>Asks for a letter in trouble to be sent again.</summary>
/// <param name="Letter">Identifier.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record ResendLetter(string Letter, string? Reason) : ReviewCommand;

/// <summary>Does whatever is due now. It carries nothing: losing, doubling or reordering it loses nothing.</summary>
public sealed record Advance : ReviewCommand;

/// <summary>Begins an attempt at a letter.</summary>
/// <param name="Letter">Identifier.</param>
public sealed record BeginLetter(string Letter) : ReviewCommand;

/// <summary>Records what became of an attempt, or of a letter sent before.</summary>
/// <param name="Result">The event that tells it: confirmed, failed, ambiguous or returned.</param>
public sealed record RecordLetter(ReviewEvent Result) : ReviewCommand;

/// <summary>An answer as a person or system gave it, before it is checked.</summary>
/// <param name="Text">The text; for a list, one answer a line.</param>
/// <param name="Kind">The form in which it came.</param>
public readonly record struct FactInput(string Text, FactInputKind Kind)
{
    /// <summary>An answer given as text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator FactInput(string text) => new(text, FactInputKind.Text);
}

/// <summary>Forms in which an answer comes.</summary>
public enum FactInputKind
{
    /// <summary>Text (dates and choices are text too).</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Several texts, one a line.</summary>
    List,
}
