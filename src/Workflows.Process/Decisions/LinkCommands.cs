using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>Where a review comes from that another one started.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Process">Its process, without version.</param>
/// <param name="Kind">Kind of link.</param>
/// <param name="By">Who decided in the other review that this one is opened.</param>
public sealed record StartedFrom(string Review, string Process, string Kind, Actor By);

/// <summary>Links the review to another.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Process">Its process, without version.</param>
/// <param name="Kind">Kind of link.</param>
/// <param name="Side">Which of the two leads to the other; of no account for a kind that has no sides.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record LinkReview(string Review, string Process, string Kind, LinkSide Side, string? Reason) : ReviewCommand;

/// <summary>Takes a link back.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Reason">Why.</param>
public sealed record UnlinkReview(string Review, string? Reason) : ReviewCommand;

/// <summary>Records what became of a start: the review that was opened, or why none was.</summary>
/// <param name="Start">Identifier of the start.</param>
/// <param name="Review">Identifier of the review that was opened, or null.</param>
/// <param name="Trouble">Why none was opened, or null.</param>
public sealed record RecordStart(string Start, string? Review, string? Trouble) : ReviewCommand;

/// <summary>Hears from a linked review how their link, and it itself, stand. Hearing it again changes nothing.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Process">Its process, without version.</param>
/// <param name="Kind">Kind of link.</param>
/// <param name="Side">Which leads to the other, seen from the review that hears.</param>
/// <param name="IsRemoved">Whether the link was taken back.</param>
/// <param name="Status">How the other review stands.</param>
public sealed record HearOfLink(
    string Review, string Process, string Kind, LinkSide Side, bool IsRemoved, State.ReviewStatus Status) : ReviewCommand;

/// <summary>Records that a linked review has heard.</summary>
/// <param name="Review">Identifier of the other review.</param>
public sealed record RecordTold(string Review) : ReviewCommand;
