namespace Workflows.Process.Calendar;

/// <summary>One line of a count that a person can check by hand.</summary>
/// <param name="Date">The day.</param>
/// <param name="Number">Its number in the count; 0 for the day counted from, null for one not counted.</param>
/// <param name="Reason">
/// Why it is not counted ("Saturday", "Good Friday"), or that the month has no such day and its last day is taken; null
/// where there is nothing to say.
/// </param>
public sealed record CalendarDay(DateOnly Date, int? Number, string? Reason)
{
    /// <summary>The day of the week.</summary>
    public DayOfWeek Weekday => Date.DayOfWeek;

    /// <summary>Whether the day counts towards the limit.</summary>
    public bool IsCounted => Number is > 0;
}
