using System.Globalization;

namespace Workflows.Reviews.Importing;

/// <summary>Reads days from cells; where a day is written in another way, says how it would be written here.</summary>
internal static class ImportDates
{
    private static readonly string[] British = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>Reads a day; null, and what is wrong, where it is none.</summary>
    public static DateOnly? Read(string text, out (string What, string Remedy)? problem)
    {
        problem = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day.Year is >= 2000 and <= 2099)
            {
                return day;
            }

            problem = ($"{text} is outside the years that are kept.", "Give a day from 2000 to 2099.");
            return null;
        }

        problem = DateOnly.TryParseExact(text, British, CultureInfo.InvariantCulture, DateTimeStyles.None, out var meant)
            ? ("The day is not written as year-month-day.", $"Write {meant:yyyy-MM-dd} if you mean {meant.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.")
            : ("This is no real day.", "Write it as year-month-day, for example 2019-03-12.");
        return null;
    }
}
