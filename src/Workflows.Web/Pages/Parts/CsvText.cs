using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Workflows.Web.Pages.Parts;

/// <summary>A table for spreadsheets: UTF-8 with its mark, every cell in quotes, none that a spreadsheet would take for a formula.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    public CsvText(params IReadOnlyList<string> headings) => Add(headings);

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    public void Add(params IReadOnlyList<string> cells) => _text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public FileContentHttpResult As(string fileName)
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_text.ToString())];
        return TypedResults.File(bytes, "text/csv; charset=utf-8", fileName);
    }

    // A spreadsheet takes a cell that begins so for a formula, spaces before it or not.
    private static string Cell(string text)
    {
        var begins = text.AsSpan().TrimStart();
        var safe = begins.Length > 0 && ("=+-@＝＋－＠".Contains(begins[0], StringComparison.Ordinal) || text[0] is '\t' or '\r' or '\n') ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
