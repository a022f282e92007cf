using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Importing;

/// <summary>How a table is to be brought in.</summary>
public sealed record ImportRequest
{
    /// <summary>Only say what would happen.</summary>
    public bool DryRun { get; init; }

    /// <summary>Bring in the lines that can be, though others cannot. Otherwise one that cannot keeps out all.</summary>
    public bool GoodRows { get; init; }

    /// <summary>Identifier of the person who brings it in: kept in every entry.</summary>
    public required string By { get; init; }

    /// <summary>The roles in which the person acts in a partnership, or null for one who may do it in all: the machine's operator.</summary>
    public Func<string, IReadOnlyList<string>>? RolesIn { get; init; }
}

/// <summary>What became of one line.</summary>
public enum ImportOutcome
{
    /// <summary>It would be recorded, or would have been had no other line been wrong.</summary>
    Good,

    /// <summary>It was recorded.</summary>
    Recorded,

    /// <summary>It had been recorded before, as it stands.</summary>
    Unchanged,

    /// <summary>Something is wrong with it.</summary>
    Faulty,
}

/// <summary>One line of a report.</summary>
/// <param name="Line">Where it begins in the file.</param>
/// <param name="Reference">Its case reference, where it can be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Review">The review, where there is or would be one.</param>
/// <param name="State"><c>open</c>, <c>closed</c> or <c>withdrawn</c>; null where it cannot be told.</param>
/// <param name="Stage">The stage in which it stands or ended.</param>
/// <param name="Late">How many of its limits were missed, or are overdue.</param>
/// <param name="NextDueOn">The earliest limit that still runs, Europe/London.</param>
public sealed record ImportedLine(
    int Line, string Reference, ImportOutcome Outcome, ReviewId? Review = null, string? State = null, string? Stage = null,
    int Late = 0, DateOnly? NextDueOn = null);

/// <summary>What bringing in a table came to.</summary>
/// <param name="Lines">Every line, in order.</param>
/// <param name="Problems">Every problem, in order of the lines.</param>
/// <param name="Rows">How many lines there were.</param>
/// <param name="DryRun">Whether nothing was to be recorded.</param>
public sealed record ImportReport(
    IReadOnlyList<ImportedLine> Lines, IReadOnlyList<ImportProblem> Problems, int Rows, bool DryRun)
{
    /// <summary>How many lines had an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(ImportOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}
