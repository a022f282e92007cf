using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Workflows.Web.Pages.Parts;

/// <summary>A table for spreadsheets: UTF-8 with its mark, every cell in quotes, none that a spreadsheet would take for a formula.</summary>
internal sealed class CsvText
{
    private const string Type = "text/csv; charset=utf-8";
    private readonly StringBuilder _text = new();

    public CsvText(params IReadOnlyList<string> headings) => Add(headings);

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A table of any number of rows, each written as it comes.</summary>
    public static PushStreamHttpResult As(string fileName, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows) => TypedResults.Stream(
        async body =>
        {
            await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await text.WriteAsync(Line(headings));
            await foreach (var row in rows)
            {
                await text.WriteAsync(Line(row));
            }
        },
        Type, fileName);

    public void Add(params IReadOnlyList<string> cells) => _text.Append(Line(cells));

    public FileContentHttpResult As(string fileName)
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_text.ToString())];
        return TypedResults.File(bytes, Type, fileName);
    }

    private static string Line(IReadOnlyList<string> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    // A spreadsheet takes a cell that begins so for a formula, spaces before it or not.
    private static string Cell(string text)
    {
        var begins = text.AsSpan().TrimStart();
        var safe = begins.Length > 0 && ("=+-@＝＋－＠".Contains(begins[0], StringComparison.Ordinal) || text[0] is '\t' or '\r' or '\n') ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
