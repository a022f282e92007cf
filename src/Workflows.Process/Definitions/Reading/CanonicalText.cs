using System.Globalization;

namespace Workflows.Process.Definitions.Reading;

/// <summary>Values as text, written one way.</summary>
internal static class CanonicalText
{
    public static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && Calendar.WorkingCalendar.Covers(date);

    /// <summary>Text on one line, folded lines joined by spaces; null where it is empty, too long or holds controls.</summary>
    public static string? OneLine(string text, int limit)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length is 0 || line.Length > limit || line.Any(IsUnprintable) ? null : line;
    }

    /// <summary>A number without needless zeros, or null: <c>2.50</c> is <c>2.5</c>.</summary>
    public static string? Number(string text) =>
        text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : null;

    private static bool IsUnprintable(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
