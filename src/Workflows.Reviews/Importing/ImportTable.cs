namespace Workflows.Reviews.Importing;

/// <summary>A table of reviews from before as it was read: the names of its columns, and every line that can be used.</summary>
/// <param name="Columns">Names of the columns, trimmed, in order; empty for one that has none.</param>
/// <param name="Lines">The lines that can be used.</param>
/// <param name="Problems">What is wrong with the file, its header or single lines.</param>
/// <param name="Rows">How many lines there are below the header, those included that cannot be used; blank ones are not counted.</param>
public sealed record ImportTable(
    IReadOnlyList<string> Columns, IReadOnlyList<ImportLine> Lines, IReadOnlyList<ImportProblem> Problems, int Rows)
{
    /// <summary>The line on which the names of the columns stand; 0 where they stand on none, in JSON.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>Most bytes of a file: 8 MB.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    /// <summary>Most reviews of one file.</summary>
    public const int MaximumRows = 5_000;

    /// <summary>Most columns.</summary>
    public const int MaximumColumns = 500;

    /// <summary>Most characters of one cell.</summary>
    public const int MaximumCell = 10_000;

    /// <summary>A table of which nothing can be used.</summary>
    /// <param name="problem">Why.</param>
    internal static ImportTable Unusable(ImportProblem problem) => new([], [], [problem], 0);
}

/// <summary>One line of a table: one review.</summary>
/// <param name="Line">The line of the file on which it begins, from 1; in JSON, its place in the list, from 1.</param>
/// <param name="Cells">Its cells, trimmed, one a column; empty where nothing is told.</param>
public sealed record ImportLine(int Line, IReadOnlyList<string> Cells);

/// <summary>Something that is wrong with a table.</summary>
/// <param name="Line">The line of the file, from 1; in JSON, the place in the list.</param>
/// <param name="Column">Name of the column, or null where it is about the whole line.</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record ImportProblem(int Line, string? Column, string What, string Remedy)
{
    /// <summary>Whether it is that the person may not record reviews there, rather than something wrong with the line.</summary>
    public bool IsForbidden { get; init; }

    /// <summary>In the manner of compilers: <c>12: rapid-review.on: what remedy</c>.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => Column is null ? $"{Line}: {What} {Remedy}" : $"{Line}: {Column}: {What} {Remedy}";
}
