using Workflows.Process.Journal;

namespace Workflows.Process.Decisions;

/// <summary>Gives the case's list, or another in its place. Its entries are kept among the review's private papers before.</summary>
/// <param name="Paper">Name of the private paper that holds it.</param>
/// <param name="Entries">How many entries it has, 1 or more.</param>
/// <param name="Sha256">Hash of the paper, lower-case hex.</param>
public sealed record GiveCaseList(string Paper, int Entries, string Sha256) : ReviewCommand;

/// <summary>Begins an attempt to screen a document.</summary>
/// <param name="Item">Instance of the document.</param>
public sealed record BeginScreening(string Item) : ReviewCommand;

/// <summary>Records what the screen found in a document.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Version">The version that was screened.</param>
/// <param name="List">Edition of the case's list that it was screened against; 0 where none was given.</param>
/// <param name="Details">The findings, at most <see cref="MostFindings"/>.</param>
/// <param name="Found">How many there are in all.</param>
/// <param name="Paper">Name of the private paper that holds the passages, or null where nothing was found.</param>
/// <param name="Pages">Number of pages, or null where the format does not say.</param>
public sealed record RecordScreening(
    string Item, int Version, int List, IReadOnlyList<FoundDetail> Details, int Found, string? Paper, int? Pages) : ReviewCommand
{
    /// <summary>Most findings of a document that are told one by one: a report with more is not fit to be published.</summary>
    public const int MostFindings = 2_000;
}

/// <summary>Answers findings of the newest version of a document.</summary>
/// <param name="Item">Instance of the document.</param>
/// <param name="Findings">Identifiers of the findings.</param>
/// <param name="Keep">Whether they stay; else a new version is asked for.</param>
/// <param name="Reason">Why.</param>
public sealed record AnswerFindings(string Item, IReadOnlyList<string> Findings, bool Keep, string? Reason) : ReviewCommand;

/// <summary>Records that the private papers of the screen were destroyed after the review had ended.</summary>
/// <param name="Papers">How many there were.</param>
public sealed record RecordScreeningDestroyed(int Papers) : ReviewCommand;
