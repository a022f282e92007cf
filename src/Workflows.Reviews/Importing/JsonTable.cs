using System.Text.Json;

namespace Workflows.Reviews.Importing;

/// <summary>
/// Reads a table from JSON: a list of objects, one a review, whose members are called as the columns of a CSV file are.
/// </summary>
public static class JsonTable
{
    /// <summary>Reads a table. Problems name the place of a review in the list, from 1.</summary>
    /// <param name="rows">The list.</param>
    /// <returns>The table, with whatever is wrong with it.</returns>
    public static ImportTable Read(JsonElement rows)
    {
        if (rows.ValueKind != JsonValueKind.Array || rows.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Object))
        {
            return Unusable("'rows' is no list of objects.", "Give one object a review, with columns as its members.");
        }

        try
        {
            var columns = rows.EnumerateArray().SelectMany(row => row.EnumerateObject().Select(member => member.Name)).Distinct().ToArray();
            var table = new TableRows();
            table.Add(0, columns, broken: false);
            var place = 0;
            foreach (var row in rows.EnumerateArray())
            {
                if (!Add(table, ++place, row, columns))
                {
                    break;
                }
            }

            return table.Table();
        }
        catch (InvalidOperationException)
        {
            return Unusable("The JSON holds broken characters.", "Leave them out.");
        }
    }

    private static bool Add(TableRows table, int place, JsonElement row, string[] columns)
    {
        var cells = new string[columns.Length];
        for (var at = 0; at < columns.Length; at++)
        {
            if (!row.TryGetProperty(columns[at], out var value))
            {
                cells[at] = string.Empty;
            }
            else if (TextOf(value) is { } text)
            {
                cells[at] = text;
            }
            else
            {
                table.Refuse(place, columns[at], "This is no text, number, true or false, nor a list of texts.", "Give one of these, or null.");
                return true;
            }
        }

        return table.Add(place, cells, broken: false);
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => string.Empty,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String) =>
            string.Join('\n', value.EnumerateArray().Select(each => each.GetString())),
        _ => null,
    };

    private static ImportTable Unusable(string what, string remedy) => ImportTable.Unusable(new ImportProblem(0, "rows", what, remedy));
}
