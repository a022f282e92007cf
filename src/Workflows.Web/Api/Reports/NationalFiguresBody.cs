using Workflows.Reviews.Reports;

namespace Workflows.Web.Api.Reports;

/// <summary>Figures of all areas. A number is null where it is left out, so that no child can be picked out.</summary>
internal sealed record NationalFiguresBody
{
    /// <summary>First day of the year.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the year.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The smallest number above 0 that is shown.</summary>
    public required int Least { get; init; }

    /// <summary>What was decided, by process: one for each number of a row, in order.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The areas.</summary>
    public required IReadOnlyList<AreaFiguresBody> Areas { get; init; }

    /// <summary>All areas together, one number for each kind.</summary>
    public required IReadOnlyList<int?> Counts { get; init; }

    /// <summary>All reviews of all areas.</summary>
    public required int? Total { get; init; }

    public static NationalFiguresBody Of(NationalFigures figures)
    {
        var table = figures.Table;
        return new NationalFiguresBody
        {
            From = figures.From,
            Until = figures.Until,
            Least = SuppressedTable.Least,
            Kinds = table.Columns,
            Areas = [.. table.Rows.Select((area, row) => new AreaFiguresBody(area, Row(table, row), table[row, table.Columns.Count]))],
            Counts = Row(table, table.Rows.Count),
            Total = table[table.Rows.Count, table.Columns.Count],
        };
    }

    private static int?[] Row(SuppressedTable table, int row) => [.. table.Columns.Select((_, column) => table[row, column])];
}

/// <summary>Figures of an area.</summary>
/// <param name="Area">Its name.</param>
/// <param name="Counts">One number for each kind; null where it is left out.</param>
/// <param name="Total">All of its reviews; null where it is left out.</param>
internal sealed record AreaFiguresBody(string Area, IReadOnlyList<int?> Counts, int? Total);
