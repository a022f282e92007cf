namespace Workflows.Web.Api.Screening;

/// <summary>How the identifying-details screen of a review stands.</summary>
/// <param name="List">The case's list as far as it is told to everybody who sees the review, or null where none was given.</param>
/// <param name="DestroyedAt">When the list and the passages were destroyed, UTC, or null.</param>
/// <param name="Documents">The documents that were or are to be screened.</param>
internal sealed record ScreeningBody(GivenListBody? List, DateTimeOffset? DestroyedAt, IReadOnlyList<DocumentScreeningBody> Documents);

/// <summary>That a list was given.</summary>
/// <param name="Edition">Which list it is, from 1.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When, UTC.</param>
internal sealed record GivenListBody(int Edition, int Entries, string By, DateTimeOffset At);

/// <summary>The case's own list.</summary>
/// <param name="Entries">Its entries.</param>
internal sealed record CaseListBody(IReadOnlyList<ListEntryBody> Entries);

/// <summary>An entry of the case's list.</summary>
/// <param name="Kind"><c>person</c>, <c>place</c>, <c>school</c>, <c>practice</c>, <c>number</c>, <c>date</c> or <c>other</c>.</param>
/// <param name="Text">The detail in full.</param>
/// <param name="Variants">Other forms that are not to be guessed.</param>
internal sealed record ListEntryBody(string Kind, string Text, IReadOnlyList<string>? Variants = null);

/// <summary>How far the newest version of a document is screened.</summary>
internal sealed record DocumentScreeningBody
{
    /// <summary>Instance of the document.</summary>
    public required string Document { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary><c>waiting</c> (to be screened), <c>findings</c> (without an answer), <c>new-version</c> (asked for) or <c>clear</c>.</summary>
    public required string State { get; init; }

    /// <summary>Edition of the case's list that counts for it; 0 where none was given.</summary>
    public required int List { get; init; }

    /// <summary>When it was screened, UTC, or null.</summary>
    public required DateTimeOffset? ScreenedAt { get; init; }

    /// <summary>Number of pages, or null where the format does not say.</summary>
    public required int? Pages { get; init; }

    /// <summary>How many findings there are.</summary>
    public required int Found { get; init; }

    /// <summary>How many of them have no answer.</summary>
    public required int Open { get; init; }

    /// <summary>The findings, in the document's order; of more than 2,000 the first.</summary>
    public required IReadOnlyList<FindingBody> Findings { get; init; }
}

/// <summary>Something that was found, or could not be read.</summary>
internal sealed record FindingBody
{
    /// <summary>Identifier; the same passage has it in every version.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, for example <c>name</c> or <c>nhs-number</c>; begins with <c>unread-</c> where something could not be read.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it was found, or what could not be read; null once the passages are destroyed.</summary>
    public required string? Says { get; init; }

    /// <summary>The words as they stand in the document, or null.</summary>
    public required string? Matched { get; init; }

    /// <summary>Pages on which it stands, at most 20.</summary>
    public required IReadOnlyList<int> Pages { get; init; }

    /// <summary>How often it stands there.</summary>
    public required int Count { get; init; }

    /// <summary>The first few places.</summary>
    public required IReadOnlyList<PlaceBody> Places { get; init; }

    /// <summary>What was answered, or null.</summary>
    public required FindingAnswerBody? Answer { get; init; }
}

/// <summary>A place where a finding stands.</summary>
/// <param name="Page">Page, from 1, or null where the format does not say.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="Passage">The passage around it, at most 320 characters.</param>
/// <param name="Start">Where the words begin in the passage, in UTF-16 units.</param>
/// <param name="Length">How many units they are.</param>
internal sealed record PlaceBody(int? Page, string Where, string Passage, int Start, int Length);

/// <summary>What was answered about a finding.</summary>
/// <param name="Answer"><c>keep</c> or <c>remove</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who answered.</param>
/// <param name="Role">In which role.</param>
/// <param name="At">When, UTC.</param>
internal sealed record FindingAnswerBody(string Answer, string Reason, string By, string Role, DateTimeOffset At);

/// <summary>Gives the case's list, all of it.</summary>
/// <param name="Entries">1 to 1,000 entries.</param>
internal sealed record CaseListRequest(IReadOnlyList<ListEntryBody> Entries);

/// <summary>Answers findings.</summary>
/// <param name="Answer"><c>keep</c>: they stay, for the reason given; <c>remove</c>: a new version is asked for.</param>
/// <param name="Findings">Identifiers of the findings, at most 2,000.</param>
/// <param name="Reason">Why, at most 10,000 characters.</param>
internal sealed record FindingsRequest(string Answer, IReadOnlyList<string> Findings, string Reason);
