namespace Workflows.Reviews.Reports;

/// <summary>
/// A table of counts with its totals, from which small numbers are left out: those of 1 to 4, and as many more as are needed that none
/// of them can be worked out from what is shown.
/// </summary>
public sealed class SuppressedTable
{
    /// <summary>The smallest number above 0 that is shown: 5, as is usual in official statistics on children.</summary>
    public const int Least = 5;

    private readonly int?[,] _shown;

    private SuppressedTable(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int?[,] shown) =>
        (Rows, Columns, _shown) = (rows, columns, shown);

    /// <summary>Names of the rows, without the totals.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>Names of the columns, without the totals.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>A number, or null where it is left out. The row after the last, and the column after the last, are totals.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public int? this[int row, int column] => _shown[row, column];

    /// <summary>Leaves out what must be.</summary>
    /// <param name="rows">Names of the rows.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="counts">The counts, none below 0.</param>
    public static SuppressedTable Of(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int[,] counts)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(counts);
        var whole = WithTotals(counts);
        var hidden = Hidden(whole);
        var shown = new int?[whole.GetLength(0), whole.GetLength(1)];
        Each(whole, (row, column) => shown[row, column] = hidden[row, column] ? null : whole[row, column]);
        return new SuppressedTable(rows, columns, shown);
    }

    private static int[,] WithTotals(int[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var whole = new int[rows + 1, columns + 1];
        Each(counts, (row, column) =>
        {
            var count = counts[row, column];
            whole[row, column] = count;
            whole[row, columns] += count;
            whole[rows, column] += count;
            whole[rows, columns] += count;
        });
        return whole;
    }

    private static bool[,] Hidden(int[,] whole)
    {
        var hidden = new bool[whole.GetLength(0), whole.GetLength(1)];
        Each(whole, (row, column) => hidden[row, column] = whole[row, column] is > 0 and < Least);
        while (FirstKnown(whole, hidden) is { } cell)
        {
            // The smallest of the same line, above 0 where there is one: least is lost by it.
            var next = Candidates(whole, hidden, cell).OrderBy(each => each.Count == 0).ThenBy(each => each.Count)
                .Select(each => ((int Row, int Column)?)(each.Row, each.Column)).FirstOrDefault();
            if (next is not { } more)
            {
                Each(whole, (row, column) => hidden[row, column] = true);
                break;
            }

            hidden[more.Row, more.Column] = true;
        }

        return hidden;
    }

    private static IEnumerable<(int Row, int Column, int Count)> Candidates(int[,] whole, bool[,] hidden, (int Row, int Column) cell)
    {
        for (var column = 0; column < whole.GetLength(1); column++)
        {
            if (!hidden[cell.Row, column])
            {
                yield return (cell.Row, column, whole[cell.Row, column]);
            }
        }

        for (var row = 0; row < whole.GetLength(0); row++)
        {
            if (!hidden[row, cell.Column])
            {
                yield return (row, cell.Column, whole[row, cell.Column]);
            }
        }
    }

    // A hidden number can be worked out unless it could be one more or one less: unless some way round through hidden numbers of
    // alternating rows and columns leads back to it, on which none would fall below 0.
    private static (int Row, int Column)? FirstKnown(int[,] whole, bool[,] hidden)
    {
        for (var row = 0; row < whole.GetLength(0); row++)
        {
            for (var column = 0; column < whole.GetLength(1); column++)
            {
                if (hidden[row, column] && !IsOpen(whole, hidden, row, column))
                {
                    return (row, column);
                }
            }
        }

        return null;
    }

    // A small number must be able to be both more and less; of the others it is enough that they cannot be told.
    private static bool IsOpen(int[,] whole, bool[,] hidden, int row, int column)
    {
        var (more, less) = (CanMove(whole, hidden, row, column, up: true), CanMove(whole, hidden, row, column, up: false));
        return whole[row, column] is > 0 and < Least ? more && less : more || less;
    }

    // Totals stand on the other side of the sums, so that one more in a cell is one more in its total, not one less in another.
    private static bool CanMove(int[,] whole, bool[,] hidden, int row, int column, bool up)
    {
        var (rows, columns) = (whole.GetLength(0), whole.GetLength(1));
        var seen = new bool[rows + columns];
        var way = new Queue<int>();
        bool IsTotal(int r, int c) => (r == rows - 1) != (c == columns - 1);

        // Each line's sum must hold: what one of its cells gains, another loses. Nodes are rows and columns, edges hidden cells.
        seen[rows + column] = true;
        way.Enqueue(rows + column);
        while (way.TryDequeue(out var node))
        {
            var (count, offset) = node < rows ? (columns, rows) : (rows, 0);
            for (var at = 0; at < count; at++)
            {
                var (r, c) = node < rows ? (node, at) : (at, node - rows);
                if (!hidden[r, c] || (r == row && c == column) || seen[at + offset])
                {
                    continue;
                }

                // Going from column to row the cell takes what this one gives; going on to a column it gives it back.
                var loses = (node >= rows) == up;
                if (IsTotal(r, c) != IsTotal(row, column))
                {
                    loses = !loses;
                }

                if (loses && whole[r, c] == 0)
                {
                    continue;
                }

                seen[at + offset] = true;
                way.Enqueue(at + offset);
            }
        }

        return seen[row] && (up || whole[row, column] > 0);
    }

    private static void Each(int[,] table, Action<int, int> what)
    {
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                what(row, column);
            }
        }
    }
}
