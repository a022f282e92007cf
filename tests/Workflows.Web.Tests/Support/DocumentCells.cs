namespace Workflows.Web.Tests.Support;

/// <summary>The cells of tables among the documents, each by its row and column.</summary>
internal static class DocumentCells
{
    /// <summary>The cells in which what happens is not what a document says, a line each: <c>row as column: sign, not sign</c>.</summary>
    /// <param name="held">The tables as the document has them.</param>
    /// <param name="happens">The same tables as they were found.</param>
    public static IReadOnlyList<string> Disagreeing(string held, string happens)
    {
        var (says, does) = (Cells(held), Cells(happens));
        return
        [
            .. says.Keys.Union(does.Keys).Where(cell => says.GetValueOrDefault(cell) != does.GetValueOrDefault(cell))
                .Select(cell => $"{cell}: {does.GetValueOrDefault(cell) ?? "nothing"}, not {says.GetValueOrDefault(cell) ?? "nothing"}"),
        ];
    }

    // A row whose first cell begins with a space goes on with what stands before.
    private static Dictionary<string, string> Cells(string text)
    {
        var (cells, columns, part, step) = (new Dictionary<string, string>(), Array.Empty<string>(), string.Empty, string.Empty);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("|---", StringComparison.Ordinal)))
        {
            if (line[0] != '|')
            {
                (part, columns) = (line.Trim(), []);
                continue;
            }

            var row = line.Split('|')[1..^1];
            if (columns.Length == 0)
            {
                columns = [.. row.Select(cell => cell.Trim())];
                continue;
            }

            if (row[0].StartsWith("  ", StringComparison.Ordinal))
            {
                row[0] = $"{step} {row[0].Trim()}";
            }
            else if (row[0].IndexOf(") ", StringComparison.Ordinal) is var end and > 0)
            {
                step = row[0][..(end + 1)].Trim();
            }

            for (var at = 1; at < row.Length; at++)
            {
                cells[$"{part} {row[0].Trim()} as {columns[at]}".Trim()] = row[at].Trim();
            }
        }

        return cells;
    }
}
