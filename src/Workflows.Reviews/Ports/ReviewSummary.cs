namespace Workflows.Reviews.Ports;

/// <summary>What lists, clocks and counts need of a review. Derived from its journal; nothing personal.</summary>
public sealed record ReviewSummary
{
    /// <summary>The review.</summary>
    public required ReviewId Id { get; init; }

    /// <summary>Identifier of the partnership whose review it is.</summary>
    public required string Partnership { get; init; }

    /// <summary>Identifier of the process.</summary>
    public required string Process { get; init; }

    /// <summary>Version of the process.</summary>
    public required string ProcessVersion { get; init; }

    /// <summary>The case reference.</summary>
    public required string Reference { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>withdrawn</c>.</summary>
    public required string State { get; init; }

    /// <summary>Identifier of the stage it stands in, or stood in last.</summary>
    public required string Stage { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last entry was written.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The earliest open deadline's day, or null; the day ends at 23:59:59 Europe/London.</summary>
    public DateOnly? NextDueOn { get; init; }

    /// <summary>When something is next to be done by the engine, or null where nothing will be.</summary>
    public DateTimeOffset? NextWakeAt { get; init; }

    /// <summary>Sequence of its last journal entry.</summary>
    public required long Position { get; init; }

    /// <summary>Letters that need a person: ambiguous, or failed for good.</summary>
    public int LettersInTrouble { get; init; }

    /// <summary>Time limits about which a delay notice went, or waits for release.</summary>
    public int Escalations { get; init; }

    /// <summary>How the time limits that have ended were kept, by stage.</summary>
    public IReadOnlyList<StageTimes> Times { get; init => field = value ?? []; } = []; // An older row has none, and is read as null.

    /// <summary>
    /// Bodies that have been told of it, and may therefore see it; and, under names that tell nothing, those who answer for one
    /// of its recommendations and see that alone.
    /// </summary>
    public IReadOnlyList<string> ToldTo { get; init; } = [];

    /// <summary>How many recommendations it made.</summary>
    public int Recommendations { get; init; }

    /// <summary>Identifiers of the themes of its recommendations, each once.</summary>
    public IReadOnlyList<string> Themes { get; init => field = value ?? []; } = []; // The same.

    /// <summary>The earliest running limit of its recommendations, or null; these go on after the review has closed.</summary>
    public DateOnly? LearningDueOn { get; init; }

    /// <summary>How its duty to publish stands, or null where its process publishes nothing or it has not come to it.</summary>
    public PublishingSummary? Publishing { get; init; }

    /// <summary>What is or was public of it.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];
}

/// <summary>How a review's duty to publish stands, as far as lists sort by it.</summary>
/// <param name="DueOn">Day until which it is to be published, Europe/London, or null where no time limit runs or ran.</param>
/// <param name="IsOwed">Whether it is still to be published: the review is open, nothing is or was public, and the time limit runs.</param>
public sealed record PublishingSummary(DateOnly? DueOn, bool IsOwed)
{
    /// <summary>Whether it is late.</summary>
    /// <param name="today">The present day, Europe/London.</param>
    public bool IsLate(DateOnly today) => IsOwed && DueOn < today;
}

/// <summary>A document in the public register.</summary>
public sealed record Publication
{
    /// <summary>Public identifier, which tells nothing of the review's own.</summary>
    public required string Id { get; init; }

    /// <summary>The review.</summary>
    public required ReviewId Review { get; init; }

    /// <summary>What the public reads as its title; where the partnership is not named, without the case reference, which might tell it.</summary>
    public required string Title { get; init; }

    /// <summary>Identifier of the partnership, or null where the public is not told which it is.</summary>
    public string? Partnership { get; init; }

    /// <summary><c>in-full</c> or <c>improvements</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Day of publication, Europe/London.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Day on which it left the register, or null while it stands there.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>SHA-256 of the document, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Media type of the document.</summary>
    public required string MediaType { get; init; }
}
