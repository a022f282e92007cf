namespace Workflows.Reviews.Ports;

/// <summary>The order of a table.</summary>
public enum TableOrder
{
    /// <summary>The earliest open deadline first, then the newest opening; those without one last.</summary>
    Due,

    /// <summary>The newest opening first.</summary>
    Opened,

    /// <summary>What changed last first.</summary>
    Changed,

    /// <summary>By case reference; letters A to Z count the same in both cases.</summary>
    Reference,

    /// <summary>What is still to be published first, the earliest due first; then the latest due first, then the newest opening.</summary>
    Publishing,
}

/// <summary>What a table is to show: a part of all that some lists hold together, in an order.</summary>
public sealed record TableQuery
{
    /// <summary>Most rows of one part.</summary>
    public const int MaximumTake = 10_000;

    /// <summary>Lists whose reviews are shown, each once; their cursors and limits say nothing here.</summary>
    public required IReadOnlyList<ReviewQuery> Lists { get; init; }

    /// <summary>Words that must all stand in the case reference; letters A to Z count the same in both cases.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>
    /// Only those with an open deadline whose day ended before this one (Europe/London), or with one that was escalated; null: no such limit.
    /// </summary>
    public DateOnly? LateOrEscalatedOn { get; init; }

    /// <summary>Only those with a duty to publish, fulfilled or not (<see cref="ReviewSummary.Publishing"/>).</summary>
    public bool WithDutyToPublish { get; init; }

    /// <summary>Only those that should have been published before this day (Europe/London) and were not; null: no such limit.</summary>
    public DateOnly? LateToPublishOn { get; init; }

    /// <summary>The order.</summary>
    public TableOrder Order { get; init; }

    /// <summary>Rows to leave out at the beginning, 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>Most rows to answer with, 1 to <see cref="MaximumTake"/>.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A part of a table.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Count">How many rows the whole table has.</param>
public sealed record SummaryTable(IReadOnlyList<ReviewSummary> Items, int Count);
