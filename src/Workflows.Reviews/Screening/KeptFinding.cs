namespace Workflows.Reviews.Screening;

/// <summary>A finding whole, as the review's private papers hold it.</summary>
public sealed record KeptFinding
{
    /// <summary>Identifier: the same as in the journal.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words with hyphens: <c>nhs-number</c>; <c>unread-scanned-page</c> for what could not be read.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it was found, or what could not be read and why: for a person.</summary>
    public required string Says { get; init; }

    /// <summary>The words as they stand in the document, or null where something could not be read.</summary>
    public string? Matched { get; init; }

    /// <summary>How often it stands there.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Pages on which it stands, at most 20; none where the format does not say.</summary>
    public IReadOnlyList<int> Pages { get; init; } = [];

    /// <summary>Where it stands, the first few places.</summary>
    public IReadOnlyList<KeptPlace> Places { get; init; } = [];

    /// <summary>The detail by its small letters and figures alone.</summary>
    public required string Detail { get; init; }

    /// <summary>The words around it, by which the same passage is recognised in another version.</summary>
    public IReadOnlyList<string> Surroundings { get; init; } = [];
}

/// <summary>A place where a finding stands.</summary>
/// <param name="Page">Page, from 1, or null where the format does not say.</param>
/// <param name="Where">Where it stands, for a person.</param>
/// <param name="Passage">The passage around it.</param>
/// <param name="Start">Where the words begin in the passage, in UTF-16 units.</param>
/// <param name="Length">How many units they are.</param>
public sealed record KeptPlace(int? Page, string Where, string Passage, int Start, int Length);
