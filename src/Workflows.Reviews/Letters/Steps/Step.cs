using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>One thing that a letter is about, in the words of the letter.</summary>
internal sealed record Step
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What of it, in a few words, for the subject.</summary>
    public required string What { get; init; }

    /// <summary>What the letter says of it.</summary>
    public required IReadOnlyList<Block> Says { get; init; }

    /// <summary>What the link is for.</summary>
    public required string LinkText { get; init; }

    /// <summary>The day by which it is due, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Identifier of the deadline in a calendar: the same in every letter. Null for none.</summary>
    public string? DueId { get; init; }
}
