using System.Globalization;
using Workflows.Process.Calendar;

namespace Workflows.Process.Tests.Calendar;

/// <summary>Dates and limits as the tests write them.</summary>
internal static class Days
{
    public static WorkingCalendar Shipped => WorkingCalendar.Shipped;

    /// <summary>Reads "2024-03-28".</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly After(string anchor, string budget) => Shipped.After(Day(anchor), Budget.Parse(budget));

    public static DateOnly Before(string day, string budget) => Shipped.Before(Day(day), Budget.Parse(budget));
}
