using System.Globalization;
using Workflows.Process.Calendar;

namespace Workflows.Local.Verbs;

/// <summary>Instants as people and programs write them: ISO 8601, with <c>Z</c> or an offset.</summary>
internal static class Instant
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads an instant within the calendar's years, a year apart from its ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The instant, where the answer is true.</param>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is { Length: >= 17 and <= 40 }
            && (text[^1] == 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(
                text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            && IsWithin(instant);
    }

    /// <summary>Whether an instant lies within the calendar's years, a year apart from its ends.</summary>
    /// <param name="instant">The instant.</param>
    public static bool IsWithin(DateTimeOffset instant) =>
        instant.Year > WorkingCalendar.FirstDay.Year && instant.Year < WorkingCalendar.LastDay.Year;
}
