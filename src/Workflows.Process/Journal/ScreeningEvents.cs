namespace Workflows.Process.Journal;

/// <summary>The case's own list of identifying details was given, or replaced. The list itself stands among the review's private papers.</summary>
/// <param name="Edition">Which list it is, from 1.</param>
/// <param name="Paper">Name of the private paper that holds it; it says nothing of what is in it.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Sha256">Hash of the paper, lower-case hex; a random number in it keeps anybody from guessing what was hashed.</param>
public sealed record CaseListGiven(int Edition, string Paper, int Entries, string Sha256) : ReviewEvent;

/// <summary>A version of a document that is to be published is to be screened for identifying details.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">Its version.</param>
/// <param name="List">Edition of the case's list that it is screened against; 0 where none was given.</param>
public sealed record ScreeningIntended(string Item, int Version, int List) : ReviewEvent;

/// <summary>An attempt to screen began. Written before the attempt.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">Its version.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
public sealed record ScreeningBegun(string Item, int Version, int Attempt) : ReviewEvent;

/// <summary>The screen found something. What it found, and the passage, stand among the review's private papers.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">Its version.</param>
/// <param name="Details">The findings: as many as one line of a journal holds well.</param>
public sealed record DetailsFound(string Item, int Version, IReadOnlyList<FoundDetail> Details) : ReviewEvent;

/// <summary>A document was screened.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">Its version.</param>
/// <param name="List">Edition of the case's list that it was screened against; 0 where none was given.</param>
/// <param name="Found">How many findings there are, with those that stand in no event because there are too many.</param>
/// <param name="Paper">Name of the private paper that holds the passages, or null where nothing was found.</param>
/// <param name="Pages">Number of pages, or null where the format does not say.</param>
public sealed record DocumentScreened(string Item, int Version, int List, int Found, string? Paper, int? Pages) : ReviewEvent;

/// <summary>Somebody answered findings: they stay for a reason, or a new version is to be handed in without them.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">The version in which they were found.</param>
/// <param name="Findings">Identifiers of the findings.</param>
/// <param name="Kept">Whether they stay.</param>
/// <param name="Reason">Why.</param>
public sealed record FindingsAnswered(string Item, int Version, IReadOnlyList<string> Findings, bool Kept, Words Reason) : ReviewEvent;

/// <summary>The case's list and the passages that the screen found were destroyed: the certificate of it.</summary>
/// <param name="Papers">How many private papers were destroyed.</param>
/// <param name="Entries">How many entries the list had; 0 where none was given.</param>
/// <param name="Sha256">Hash of the list as its event named it, or null where none was given.</param>
public sealed record ScreeningPapersDestroyed(int Papers, int Entries, string? Sha256) : ReviewEvent;

/// <summary>A finding as far as a journal may tell it: never what it says.</summary>
/// <param name="Id">Identifier: a keyed fingerprint, the same for the same passage in another version.</param>
/// <param name="Kind">What it is, in words with hyphens: <c>name</c>, <c>nhs-number</c>; <c>unread-scanned-page</c> for what could not be read.</param>
/// <param name="Pages">Pages on which it stands, at most 20; none where the format does not say.</param>
/// <param name="Count">How often it stands there.</param>
public sealed record FoundDetail(string Id, string Kind, IReadOnlyList<int> Pages, int Count);
