using System.Globalization;

namespace Workflows.Process.Calendar;

/// <summary>Dates as people write them here.</summary>
internal static class PlainDate
{
    /// <summary>For example "Fri 29 Mar 2024".</summary>
    public static string Of(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
