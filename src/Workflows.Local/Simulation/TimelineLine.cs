namespace Workflows.Local.Simulation;

/// <summary>One line of a simulated review.</summary>
internal sealed record TimelineLine
{
    /// <summary>The day, Europe/London.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Working days since the review was opened.</summary>
    public required int WorkingDay { get; init; }

    /// <summary>The stage that the review then stands in.</summary>
    public required string Stage { get; init; }

    /// <summary>
    /// Kind of happening: <c>opened</c>, <c>stage</c>, <c>done</c>, <c>deadline</c>, <c>letter</c>, <c>gap</c>,
    /// <c>published</c>, <c>unpublished</c>, <c>ended</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>What happened.</summary>
    public required string What { get; init; }

    /// <summary>Titles of the roles or bodies by whom or to whom, or null.</summary>
    public string? Who { get; init; }

    /// <summary>The day by which it was due, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether it came after that day.</summary>
    public bool Late { get; init; }

    /// <summary>Source of the rule, or null.</summary>
    public string? Rule { get; init; }
}
