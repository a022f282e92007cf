using Workflows.Reviews.Reports;

namespace Workflows.Reviews.Tests.Reports;

/// <summary>Small numbers are left out, and cannot be worked out again from what is shown.</summary>
public sealed class SuppressedTableTests
{
    [Fact]
    public void Large_numbers_and_nothings_are_shown_with_their_totals()
    {
        var table = Of(new[,] { { 12, 0 }, { 7, 9 } });

        Assert.Equal([12, 0, 12, 7, 9, 16, 19, 9, 28], Shown(table));
    }

    [Fact]
    public void A_small_number_takes_others_with_it_so_that_totals_do_not_give_it_away()
    {
        var table = Of(new[,] { { 2, 20, 30 }, { 40, 50, 60 }, { 70, 80, 90 } });

        Assert.Null(table[0, 0]);
        Assert.True(Enumerable.Range(0, 4).Count(column => table[0, column] is null) >= 2);
        Assert.True(Enumerable.Range(0, 4).Count(row => table[row, 0] is null) >= 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nobody_who_tries_every_table_works_out_a_number_that_is_left_out(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 30; run++)
        {
            var counts = new int[2, 3];
            for (var at = 0; at < 6; at++)
            {
                counts[at / 3, at % 3] = random.Next(4) switch { 0 => 0, 1 => random.Next(1, 5), _ => random.Next(5, 9) };
            }

            var table = Of(counts);
            for (var at = 0; at < 6; at++)
            {
                Assert.False(counts[at / 3, at % 3] is > 0 and < SuppressedTable.Least && table[at / 3, at % 3] is not null);
            }

            Assert.All(Possible(table), cell => Assert.True(
                cell.Values.Count > 1, $"Seed {seed}, run {run}: row {cell.Row}, column {cell.Column} can be worked out."));
        }
    }

    [Fact]
    public void The_total_of_a_single_child_is_left_out_too()
    {
        var table = Of(new[,] { { 1 } });

        Assert.All(Shown(table), Assert.Null);
    }

    // The values that every number left out, totals included, takes in the tables of numbers up to 9 that agree with what is shown.
    private static List<(int Row, int Column, HashSet<int> Values)> Possible(SuppressedTable table)
    {
        var hidden = new List<(int Row, int Column, HashSet<int> Values)>();
        for (var at = 0; at < 12; at++)
        {
            if (table[at / 4, at % 4] is null)
            {
                hidden.Add((at / 4, at % 4, []));
            }
        }

        Try([]);
        return hidden;

        bool Try(int[] so)
        {
            if (so.Length == 6)
            {
                if (Agrees(table, so))
                {
                    hidden.ForEach(cell => cell.Values.Add(ValueOf(so, cell.Row, cell.Column)));
                }

                return hidden.TrueForAll(cell => cell.Values.Count > 1);
            }

            // A first row that does not come to its total is not gone on with.
            if (so.Length == 3 && table[0, 3] is { } total && so.Sum() != total)
            {
                return false;
            }

            var choices = table[so.Length / 3, so.Length % 3] is { } shown ? [shown] : Enumerable.Range(0, 10);
            return choices.Any(choice => Try([.. so, choice]));
        }
    }

    private static int ValueOf(int[] cells, int row, int column) =>
        cells.Where((_, at) => (row == 2 || at / 3 == row) && (column == 3 || at % 3 == column)).Sum();

    private static bool Agrees(SuppressedTable table, int[] cells) =>
        Enumerable.Range(0, 2).All(row => table[row, 3] is not { } total || cells.Skip(row * 3).Take(3).Sum() == total)
        && Enumerable.Range(0, 3).All(column => table[2, column] is not { } total || cells[column] + cells[column + 3] == total)
        && (table[2, 3] is not { } all || cells.Sum() == all);

    private static int?[] Shown(SuppressedTable table) =>
        [.. Enumerable.Range(0, table.Rows.Count + 1).SelectMany(row => Enumerable.Range(0, table.Columns.Count + 1).Select(column => table[row, column]))];

    private static SuppressedTable Of(int[,] counts) => SuppressedTable.Of(
        [.. Enumerable.Range(0, counts.GetLength(0)).Select(row => $"row {row}")],
        [.. Enumerable.Range(0, counts.GetLength(1)).Select(column => $"column {column}")], counts);
}
