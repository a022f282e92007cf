namespace Workflows.Process.Calendar;

/// <summary>A day that became, or ceased to be, a bank holiday when the calendar changed.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">The bank holiday it was; null where it was a working day.</param>
/// <param name="Now">The bank holiday it is; null where it is a working day.</param>
public sealed record CalendarChange(DateOnly Date, string? Before, string? Now)
{
    /// <summary>The change in one sentence.</summary>
    /// <returns>For example "Fri 5 Jun 2026 is now a bank holiday (Jubilee).".</returns>
    public override string ToString() => Now is null
        ? $"{PlainDate.Of(Date)} is no longer a bank holiday ({Before})."
        : $"{PlainDate.Of(Date)} is now a bank holiday ({Now}).";
}
