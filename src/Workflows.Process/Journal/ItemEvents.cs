namespace Workflows.Process.Journal;

/// <summary>An item's sentries were met.</summary>
/// <param name="Item">Identifier of the instance: the definition's, or with <c>-1</c>, <c>-2</c> … where there are several.</param>
/// <param name="Definition">Identifier in the definition.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="Label">Which of several it is (an agency, say), or null.</param>
/// <param name="About">Version of the document that an approval is about, or null.</param>
public sealed record ItemOpened(
    string Item, string Definition, DateOnly On, Words? Label = null, int? About = null) : ReviewEvent;

/// <summary>An item turned out not to be needed.</summary>
/// <param name="Item">Instance.</param>
/// <param name="Definition">Identifier in the definition.</param>
public sealed record ItemSkipped(string Item, string Definition) : ReviewEvent;

/// <summary>The engine settled an item by itself: a notice sent, a wait over, a quorum reached.</summary>
/// <param name="Item">Instance.</param>
/// <param name="On">Day that counts as done, Europe/London.</param>
public sealed record ItemSettled(string Item, DateOnly On) : ReviewEvent;

/// <summary>An item's stage, or the review, ended before it was done.</summary>
/// <param name="Item">Instance.</param>
/// <param name="Definition">Identifier in the definition.</param>
/// <param name="Gap">Whether that is a gap to be stated.</param>
public sealed record ItemLapsed(string Item, string Definition, bool Gap) : ReviewEvent;

/// <summary>A settled item was opened again.</summary>
/// <param name="Item">Instance.</param>
/// <param name="On">Day, Europe/London.</param>
public sealed record ItemReopened(string Item, DateOnly On) : ReviewEvent;

/// <summary>An item starts over, because something before it was opened again.</summary>
/// <param name="Item">Instance.</param>
public sealed record ItemReset(string Item) : ReviewEvent;

/// <summary>A person did a task.</summary>
/// <param name="Item">Instance.</param>
/// <param name="On">Day that counts as done, Europe/London.</param>
/// <param name="Facts">Answers that are no free text, in canonical form.</param>
/// <param name="Texts">Answers in free text.</param>
/// <param name="Note">What the person added, or null.</param>
public sealed record TaskCompleted(
    string Item, DateOnly On, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, Words> Texts, Words? Note) : ReviewEvent;

/// <summary>A person added to a register.</summary>
/// <param name="Item">Instance of the register.</param>
/// <param name="Facts">Answers that are no free text.</param>
/// <param name="Texts">Answers in free text.</param>
/// <param name="Note">What the person added, or null.</param>
public sealed record RegisterEntryAdded(
    string Item, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, Words> Texts, Words? Note) : ReviewEvent;

/// <summary>A version of a document was handed in.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hex.</param>
/// <param name="Bytes">Size.</param>
/// <param name="MediaType">Media type as given.</param>
/// <param name="FileName">File name as given.</param>
/// <param name="On">Day, Europe/London.</param>
public sealed record DocumentStored(
    string Item, int Version, string Sha256, long Bytes, string MediaType, Words FileName, DateOnly On) : ReviewEvent;

/// <summary>A person approved in a role.</summary>
/// <param name="Item">Instance of the approval.</param>
/// <param name="Role">The role.</param>
/// <param name="Note">What the person added, or null.</param>
public sealed record ApprovalGiven(string Item, string Role, Words? Note) : ReviewEvent;

/// <summary>A person rejected in a role.</summary>
/// <param name="Item">Instance of the approval.</param>
/// <param name="Role">The role.</param>
/// <param name="Reason">Why.</param>
public sealed record ApprovalRejected(string Item, string Role, Words Reason) : ReviewEvent;

/// <summary>A person decided.</summary>
/// <param name="Item">Instance of the decision.</param>
/// <param name="Outcome">Identifier of the outcome.</param>
/// <param name="On">Day that counts as done, Europe/London.</param>
/// <param name="Rationale">Why, or null.</param>
/// <param name="Facts">Answers that are no free text.</param>
/// <param name="Texts">Answers in free text.</param>
/// <param name="Go">Stage that follows this one because of it, or null.</param>
public sealed record DecisionMade(
    string Item, string Outcome, DateOnly On, Words? Rationale, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, Words> Texts, string? Go) : ReviewEvent;
