using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Links;

/// <summary>What the link in a letter leads to.</summary>
public sealed record LetterLink
{
    /// <summary>The review.</summary>
    public required string Review { get; init; }

    /// <summary>Identifier of the letter in the review.</summary>
    public required string Letter { get; init; }

    /// <summary>Identifier of the one person or body that it was written to.</summary>
    public required string To { get; init; }

    /// <summary>When it was first kept.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>When somebody made it useless, or null.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The code that was sent last and has not been used, or null.</summary>
    public LinkCode? Code { get; init; }

    /// <summary>When codes were sent, the latest last: no more than the limits need.</summary>
    public IReadOnlyList<DateTimeOffset> CodesSentAt { get; init; } = [];

    /// <summary>The review's identifier.</summary>
    /// <exception cref="FormatException">What was kept is none.</exception>
    internal ReviewId ReviewId =>
        ReviewId.TryParse(Review, out var id) ? id : throw new FormatException("A link that was kept names no review.");
}

/// <summary>A code that was sent by email.</summary>
/// <param name="Hash">What is kept in its place.</param>
/// <param name="Until">Until when it is good.</param>
/// <param name="TriesLeft">How many wrong tries it bears still.</param>
public sealed record LinkCode(string Hash, DateTimeOffset Until, int TriesLeft);
