namespace Workflows.Process.Journal;

/// <summary>Which of two linked reviews leads to the other.</summary>
public enum LinkSide
{
    /// <summary>Neither.</summary>
    Beside,

    /// <summary>This one led to the other.</summary>
    Leads,

    /// <summary>This one follows the other.</summary>
    Follows,
}

/// <summary>A decision asks for another review to be opened, linked to this one.</summary>
/// <param name="Start">Identifier in this review: <c>start-1</c> and so on.</param>
/// <param name="Process">Identifier of the process.</param>
/// <param name="Kind">Kind of link.</param>
/// <param name="Item">Instance of the decision.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="IsReady">Whether all that must be answered is; otherwise a person is asked first.</param>
/// <param name="Facts">Answers carried over that are no free text, in canonical form.</param>
/// <param name="Texts">Answers carried over in free text.</param>
public sealed record StartIntended(
    string Start, string Process, string Kind, string Item, string Outcome, bool IsReady,
    IReadOnlyDictionary<string, string> Facts, IReadOnlyDictionary<string, Words> Texts) : ReviewEvent;

/// <summary>A person gave what was missing to open the other review.</summary>
/// <param name="Start">Identifier.</param>
/// <param name="Facts">Answers that are no free text, in canonical form.</param>
/// <param name="Texts">Answers in free text.</param>
public sealed record StartAnswered(
    string Start, IReadOnlyDictionary<string, string> Facts, IReadOnlyDictionary<string, Words> Texts) : ReviewEvent;

/// <summary>The other review could not be opened with these answers; a person is asked again.</summary>
/// <param name="Start">Identifier.</param>
/// <param name="Reason">Which rule stood against it; nothing personal.</param>
public sealed record StartFailed(string Start, string Reason) : ReviewEvent;

/// <summary>A person decided that the other review is not opened.</summary>
/// <param name="Start">Identifier.</param>
/// <param name="Reason">Why.</param>
public sealed record StartDropped(string Start, Words Reason) : ReviewEvent;

/// <summary>This review and another belong together. The same stands in the other's journal, seen from there.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Process">Its process, without version.</param>
/// <param name="Kind">Kind of link.</param>
/// <param name="Side">Which of the two leads to the other.</param>
/// <param name="Start">The start by which the other was opened out of this one, or null.</param>
/// <param name="Told">Whether the other's journal has it already.</param>
/// <param name="Reason">What the person wrote who linked them, or null.</param>
public sealed record ReviewLinked(
    string Review, string Process, string Kind, LinkSide Side, string? Start = null, bool Told = false,
    Words? Reason = null) : ReviewEvent;

/// <summary>This review and another do not belong together after all.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Reason">Why, or null where the other's journal says it.</param>
/// <param name="Told">Whether the other's journal has it already.</param>
public sealed record ReviewUnlinked(string Review, Words? Reason, bool Told = false) : ReviewEvent;

/// <summary>The other review's journal now has what this one says of their link.</summary>
/// <param name="Review">Identifier of the other review.</param>
public sealed record LinkTold(string Review) : ReviewEvent;

/// <summary>A linked review was closed or withdrawn. This one goes on as it was.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Withdrawn">Withdrawn, or else closed.</param>
public sealed record LinkedReviewEnded(string Review, bool Withdrawn) : ReviewEvent;
