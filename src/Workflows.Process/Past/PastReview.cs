using Workflows.Process.Decisions;
using Workflows.Process.Definitions;

namespace Workflows.Process.Past;

/// <summary>A review from before, as somebody knows it: what was done in it, on which days. Nothing of it is checked yet.</summary>
public sealed record PastReview
{
    /// <summary>Identifier of the partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>Case reference, 1 to 60 characters; no names.</summary>
    public required string Reference { get; init; }

    /// <summary>Day on which the review was opened, Europe/London. No step is earlier.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The partnership's choices at the time; what is missing takes the default.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Answers to the opening facts.</summary>
    public required IReadOnlyDictionary<string, FactInput> Facts { get; init; }

    /// <summary>What was done, in any order.</summary>
    public required IReadOnlyList<PastStep> Steps { get; init; }

    /// <summary>How it ended, or null where it is open or its steps bring it to its end.</summary>
    public PastEnding? Ending { get; init; }
}

/// <summary>Something that was done in a review from before.</summary>
/// <param name="Item">
/// Identifier of the item, or of one of several (<c>agency-summary-2</c>); of an item that is asked of each agency, the
/// identifier alone means all of them.
/// </param>
/// <param name="On">Day on which it was done, Europe/London.</param>
public sealed record PastStep(string Item, DateOnly On)
{
    /// <summary>Outcome of a decision.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why it was decided, or null where that is not known.</summary>
    public string? Rationale { get; init; }

    /// <summary>The role in which it was done, or those that approved; none: the first that may, or all.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Answers to what it asks; those that are missing are not known.</summary>
    public IReadOnlyDictionary<string, FactInput> Facts { get; init; } = new Dictionary<string, FactInput>();

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Hash of a document's bytes, lower-case hex, or null.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Where a document is held, or null.</summary>
    public string? HeldAt { get; init; }

    /// <summary>The day on which it is put into the journal, where something that comes first was done later.</summary>
    internal DateOnly? PutOff { get; init; }

    /// <summary>How often it was put off.</summary>
    internal int Tries { get; init; }

    /// <summary>The day on which it is put into the journal.</summary>
    internal DateOnly Day => PutOff ?? On;
}

/// <summary>How a review from before ended.</summary>
/// <param name="Kind">Closed or withdrawn.</param>
/// <param name="On">Day, Europe/London.</param>
/// <param name="Reason">Why it was withdrawn, or null.</param>
public sealed record PastEnding(ReviewEnding Kind, DateOnly On, string? Reason);

/// <summary>Why a review from before cannot be recorded as it is told.</summary>
/// <param name="Field">What is wrong: <c>reference</c>, <c>facts.awareOn</c>, <c>next-step.outcome</c>, <c>closedOn</c> …</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record PastProblem(string Field, string What, string Remedy);
