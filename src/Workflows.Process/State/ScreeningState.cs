using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>The case's list, and how far the documents that are to be published are screened against it.</summary>
public sealed record ScreeningState
{
    /// <summary>Before anything was screened.</summary>
    public static ScreeningState Empty { get; } = new();

    /// <summary>The case's list in force, or null where none was given.</summary>
    public CaseListState? List { get; init; }

    /// <summary>Documents that were or are to be screened, by instance.</summary>
    public ImmutableDictionary<string, DocumentScreening> Documents { get; init; } =
        ImmutableDictionary<string, DocumentScreening>.Empty;

    /// <summary>When the list and the passages were destroyed, or null.</summary>
    public DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>Edition of the list in force; 0 where none was given.</summary>
    public int Edition => List?.Edition ?? 0;

    /// <summary>Whether private papers of the screen may stand somewhere.</summary>
    public bool HasPapers => DestroyedAt is null && (List is not null || Documents.Count > 0);
}

/// <summary>The case's list as far as its review's journal tells it.</summary>
/// <param name="Edition">Which list it is, from 1.</param>
/// <param name="Paper">Name of the private paper that holds it.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Sha256">Hash of the paper, lower-case hex.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When.</param>
public sealed record CaseListState(int Edition, string Paper, int Entries, string Sha256, Actor By, DateTimeOffset At);

/// <summary>How far the newest version of a document is screened.</summary>
public sealed record DocumentScreening
{
    /// <summary>Instance of the document.</summary>
    public required string Item { get; init; }

    /// <summary>The version that is or was screened last.</summary>
    public required int Version { get; init; }

    /// <summary>Edition of the case's list that counts for it.</summary>
    public required int List { get; init; }

    /// <summary>Attempts that began.</summary>
    public int Attempts { get; init; }

    /// <summary>When the latest attempt began, or null.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>When it was screened, or null while it has not been.</summary>
    public DateTimeOffset? ScreenedAt { get; init; }

    /// <summary>Number of pages, or null where the format does not say, or it has not been screened.</summary>
    public int? Pages { get; init; }

    /// <summary>How many findings there are in all.</summary>
    public int Found { get; init; }

    /// <summary>The findings, in the document's order; of very many the first.</summary>
    public ImmutableList<FoundDetail> Findings { get; init; } = [];

    /// <summary>Name of the private paper that holds the passages, or null.</summary>
    public string? Paper { get; init; }

    /// <summary>Answers by identifier of the finding, also of those that an earlier version had.</summary>
    public ImmutableDictionary<string, FindingAnswer> Answers { get; init; } = ImmutableDictionary<string, FindingAnswer>.Empty;

    /// <summary>Whether it has been screened.</summary>
    public bool IsScreened => ScreenedAt is not null;

    /// <summary>Findings that nobody has answered.</summary>
    public IEnumerable<FoundDetail> Open => Findings.Where(finding => !Answers.ContainsKey(finding.Id));

    /// <summary>Whether there are more findings than can be answered one by one: it has to be handed in anew without them.</summary>
    public bool HasTooMany => Found > Findings.Count;

    /// <summary>Whether it may be published: it has been screened, and whatever was found stays for a reason.</summary>
    public bool IsClear => IsScreened && !HasTooMany && Findings.All(finding => Answers.GetValueOrDefault(finding.Id) is { Kept: true });

    /// <summary>Whether a new version is asked for.</summary>
    public bool WaitsForVersion => IsScreened && Findings.Any(finding => Answers.GetValueOrDefault(finding.Id) is { Kept: false });
}

/// <summary>What somebody answered about a finding.</summary>
/// <param name="Kept">Whether it stays; else a new version is handed in without it.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who answered, and in which role.</param>
/// <param name="At">When.</param>
public sealed record FindingAnswer(bool Kept, string Reason, Actor By, DateTimeOffset At);
