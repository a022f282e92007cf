using System.Text.Json;
using Workflows.Web.Api.Links;

namespace Workflows.Web.Api.Reviews;

/// <summary>A review as it stands.</summary>
internal sealed record ReviewBody
{
    /// <summary>Identifier: 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>withdrawn</c>.</summary>
    public required string State { get; init; }

    /// <summary>Identifier of the stage it stands in, or stood in last.</summary>
    public required string? Stage { get; init; }

    /// <summary>The definition that it runs under: the one it opened under, unless it was moved to a newer version.</summary>
    public required ReviewProcess Process { get; init; }

    /// <summary>Case reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When and by whom it was recorded, where it is a review from before; else null.</summary>
    public required ImportedBody? Imported { get; init; }

    /// <summary>Answers by name, in the form in which they are asked.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Facts { get; init; }

    /// <summary>Deadlines that run or have ended; those no longer needed are left out.</summary>
    public required IReadOnlyList<DeadlineBody> Deadlines { get; init; }

    /// <summary>What can be done now to carry the review forward.</summary>
    public required IReadOnlyList<ActionBody> Actions { get; init; }

    /// <summary>Lists that may be added to at any time; they carry nothing forward.</summary>
    public required IReadOnlyList<ActionBody> Registers { get; init; }

    /// <summary>What was added to the registers, in order.</summary>
    public required IReadOnlyList<RegisterEntryBody> Entries { get; init; }

    /// <summary>Documents with their versions.</summary>
    public required IReadOnlyList<DocumentBody> Documents { get; init; }

    /// <summary>Approvals asked for or given.</summary>
    public required IReadOnlyList<ApprovalBody> Approvals { get; init; }

    /// <summary>Letters, to whom and how they stand.</summary>
    public required IReadOnlyList<LetterBody> Letters { get; init; }

    /// <summary>What never came, and is to be stated in the report.</summary>
    public required IReadOnlyList<GapBody> Gaps { get; init; }

    /// <summary>What is or was public of it.</summary>
    public required IReadOnlyList<ReviewPublication> Publications { get; init; }

    /// <summary>Linked reviews that the person who asks may see.</summary>
    public required IReadOnlyList<LinkBody> Links { get; init; }

    /// <summary>When the engine next has something to do in it, UTC; null where it never has again.</summary>
    public required DateTimeOffset? NextWakeAt { get; init; }

    /// <summary>Sequence of its last journal entry; also its ETag.</summary>
    public required long Version { get; init; }
}

/// <summary>That a review was recorded afterwards.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">By whom.</param>
/// <param name="HeldElsewhere">Documents whose bytes have not been given; they can be handed in at any time.</param>
internal sealed record ImportedBody(DateTimeOffset At, string By, IReadOnlyList<HeldDocumentBody> HeldElsewhere);

/// <summary>A document of a review from before whose bytes are elsewhere.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="On">Day on which it was handed in.</param>
/// <param name="Sha256">Hash of its bytes, or null where it is not known.</param>
/// <param name="HeldAt">Where it is held, or null.</param>
internal sealed record HeldDocumentBody(string Id, string Title, DateOnly? On, string? Sha256, string? HeldAt);

/// <summary>The definition of a review.</summary>
/// <param name="Id">Identifier of the process.</param>
/// <param name="Version">Version of its rules.</param>
/// <param name="Hash">SHA-256 of the definition, lower-case hex.</param>
internal sealed record ReviewProcess(string Id, string Version, string Hash);

/// <summary>A deadline.</summary>
internal sealed record DeadlineBody
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What is due.</summary>
    public required string Title { get; init; }

    /// <summary>The due day; it ends at 23:59:59 Europe/London.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary><c>pending</c>, <c>met</c>, <c>met late</c> or <c>overdue</c>.</summary>
    public required string State { get; init; }

    /// <summary>What stands behind it, for example <c>statutory-guidance</c>.</summary>
    public required string Force { get; init; }

    /// <summary>Source of the rule.</summary>
    public required string Cite { get; init; }

    /// <summary>How the rule was checked: <c>primary</c>, <c>secondary</c> or <c>unverified</c>.</summary>
    public required string Checked { get; init; }

    /// <summary>The date counted from.</summary>
    public required DateOnly Anchor { get; init; }

    /// <summary>What is counted, for example <c>5 working days after facts.awareOn</c>.</summary>
    public required string Counted { get; init; }

    /// <summary>Day on which the work was done, or null.</summary>
    public required DateOnly? MetOn { get; init; }

    /// <summary>Whether it was extended.</summary>
    public required DateOnly? ExtendedTo { get; init; }

    /// <summary>Whether the partnership may extend it.</summary>
    public required bool Extendable { get; init; }

    /// <summary>The recorded reason for a delay, or null.</summary>
    public required string? DelayReason { get; init; }
}

/// <summary>An entry of a register.</summary>
/// <param name="Register">Identifier of the register.</param>
/// <param name="At">When it was added, UTC.</param>
/// <param name="By">Who added it.</param>
/// <param name="Facts">Its answers.</param>
/// <param name="Note">What the person added, or null.</param>
internal sealed record RegisterEntryBody(
    string Register, DateTimeOffset At, string By, IReadOnlyDictionary<string, JsonElement> Facts, string? Note);

/// <summary>A document.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Href">Address of its latest version.</param>
/// <param name="Versions">Its versions, in order.</param>
internal sealed record DocumentBody(string Id, string Title, string Href, IReadOnlyList<DocumentVersionBody> Versions);

/// <summary>A version of a document.</summary>
internal sealed record DocumentVersionBody
{
    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Media type as it was given.</summary>
    public required string MediaType { get; init; }

    /// <summary>File name.</summary>
    public required string FileName { get; init; }

    /// <summary>Who handed it in.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>An approval.</summary>
internal sealed record ApprovalBody
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary><c>open</c>, <c>done</c>, <c>skipped</c>, <c>lapsed</c> or <c>waiting</c>.</summary>
    public required string State { get; init; }

    /// <summary>Identifier of the document approved, or null.</summary>
    public required string? About { get; init; }

    /// <summary>The version of the document approved, or null.</summary>
    public required int? Version { get; init; }

    /// <summary>Roles that were asked.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>Approvals given in this round.</summary>
    public required IReadOnlyList<ApprovalGivenBody> Given { get; init; }
}

/// <summary>An approval given.</summary>
/// <param name="Role">In which role.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When, UTC.</param>
internal sealed record ApprovalGivenBody(string Role, string By, DateTimeOffset At);

/// <summary>A letter.</summary>
internal sealed record LetterBody
{
    /// <summary>Identifier in this review.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, for example <c>delay-notice</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier of the person or body.</summary>
    public required string To { get; init; }

    /// <summary>How it stands, for example <c>confirmed</c> or <c>ambiguous</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it was decided to send it, UTC.</summary>
    public required DateTimeOffset IntendedAt { get; init; }

    /// <summary>When it was sent, UTC, or null.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    /// <summary>Why it failed or is in doubt, or null.</summary>
    public required string? Trouble { get; init; }
}

/// <summary>Something that never came.</summary>
/// <param name="Id">Identifier of the item.</param>
/// <param name="Title">What people call it.</param>
internal sealed record GapBody(string Id, string Title);

/// <summary>Something of the review that is or was public.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Document">Identifier of the document.</param>
/// <param name="Version">Its version.</param>
/// <param name="Form"><c>in-full</c> or <c>improvements</c>.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="WithdrawnOn">Day on which it left the register, or null.</param>
/// <param name="Href">Its public address.</param>
internal sealed record ReviewPublication(
    string Id, string Document, int Version, string Form, DateOnly PublishedOn, DateOnly? WithdrawnOn, string Href);
