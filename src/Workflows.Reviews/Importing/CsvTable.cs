using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Workflows.Reviews.Importing;

/// <summary>
/// Reads a table from CSV (RFC 4180): UTF-8, commas, quotes where a cell holds a comma, a quote or a line break; the first line
/// has the names of the columns. Safe for bytes from anywhere.
/// </summary>
public static class CsvTable
{
    /// <summary>Reads a table.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <returns>The table, with whatever is wrong with the file.</returns>
    public static ImportTable Read(ReadOnlySpan<byte> bytes)
    {
        var (text, problem) = ImportFile.TextOf(bytes);
        return problem is not null ? ImportTable.Unusable(problem) : Read(text);
    }

    private static ImportTable Read(string text)
    {
        var broken = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            Delimiter = ",",
            IgnoreBlankLines = false,
            MaxFieldSize = ImportTable.MaximumCell,
            ExceptionMessagesContainRawData = false,
            BadDataFound = _ => broken = true,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var rows = new TableRows();
        try
        {
            for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            {
                broken = false;
                var cells = parser.Record ?? [];
                if (!rows.Add(line, cells, broken))
                {
                    break;
                }
            }
        }
        catch (MaxFieldSizeException)
        {
            rows.Fail(parser.RawRow, $"A cell has more than {ImportTable.MaximumCell} characters, or a quote is not closed.",
                "Shorten it, and close every quote.");
        }

        return rows.Table();
    }
}
