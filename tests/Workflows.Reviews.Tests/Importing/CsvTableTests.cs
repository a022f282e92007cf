using System.Text;
using Workflows.Reviews.Importing;

namespace Workflows.Reviews.Tests.Importing;

/// <summary>Files as people and spreadsheet programs make them.</summary>
public sealed class CsvTableTests
{
    [Fact]
    public void A_line_is_known_by_where_it_begins_in_the_file()
    {
        var table = Read("a,b\n1,\"two\nlines\"\n\n3,4\r\n5,6");
        Assert.Empty(table.Problems);
        Assert.Equal([2, 5, 6], table.Lines.Select(line => line.Line));
        Assert.Equal("two\nlines", table.Lines[0].Cells[1]);
    }

    [Fact]
    public void A_byte_order_mark_and_quotes_inside_quotes_do_no_harm()
    {
        var table = CsvTable.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a,b\n\"he said \"\"no\"\"\",\"x, y\"\n")]);
        Assert.Empty(table.Problems);
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal(["he said \"no\"", "x, y"], table.Lines[0].Cells);
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("a,b\n", 1, "no line below")]
    [InlineData("a;b\n1;2\n", 1, "not separated by commas")]
    [InlineData("a\tb\n1\t2\n", 1, "not separated by commas")]
    [InlineData("a,b\n1,2\n1,2,3\n", 3, "3 cells")]
    [InlineData("a,b\n1\n", 2, "1 cells")]
    [InlineData("a,b\n1,x\"y\n", 2, "quote")]
    [InlineData("a,b\n1,\"never closed\n2,3\n", 2, "quote")]
    [InlineData("a,b\n1,=2+2\n", 2, "formulas")]
    [InlineData("a,b\n1,@SUM\n", 2, "formulas")]
    [InlineData("a,b\n1,\"x\0y\"\n", 2, "control characters")]
    [InlineData("a,\n1,2\n", 2, "no column name")]
    public void What_cannot_be_used_is_told_by_its_line(string file, int line, string what)
    {
        var problem = Assert.Single(Read(file).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_are_told_and_the_first_wrong_byte_by_its_line()
    {
        Assert.Contains("UTF-16", Assert.Single(CsvTable.Read(Encoding.Unicode.GetPreamble()).Problems).What, StringComparison.Ordinal);
        var latin = CsvTable.Read([.. "a,b\n1,caf"u8, 0xE9, .. "\n"u8]);
        Assert.Equal(2, Assert.Single(latin.Problems).Line);
    }

    [Fact]
    public void What_is_too_large_is_told_and_not_read_on()
    {
        Assert.Contains("more than 10000 characters", Assert.Single(Read($"a,b\n1,{new string('x', 10_001)}\n").Problems).What, StringComparison.Ordinal);
        Assert.Contains("5000 lines", Assert.Single(Read("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 6_000))).Problems).What, StringComparison.Ordinal);
        Assert.Contains("500 columns", Assert.Single(Read(string.Join(',', Enumerable.Range(0, 501)) + "\n").Problems).What, StringComparison.Ordinal);
        Assert.Contains("8 MB", Assert.Single(CsvTable.Read(new byte[(8 * 1024 * 1024) + 1]).Problems).What, StringComparison.Ordinal);
    }

    private static ImportTable Read(string file) => CsvTable.Read(Encoding.UTF8.GetBytes(file));
}
