namespace Workflows.Process.Calendar;

/// <summary>
/// A date that was asked for, or that a count arrives at, lies outside the days the calendar holds:
/// 1 January 2000 to 31 December 2110. Ask <see cref="WorkingCalendar.Covers"/> before counting from a person's input.
/// </summary>
public sealed class CalendarRangeException : Exception
{
    /// <summary>Says that some date is out of range.</summary>
    public CalendarRangeException()
        : base(Text)
    {
    }

    /// <summary>Says what is out of range.</summary>
    /// <param name="message">What was asked.</param>
    public CalendarRangeException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is out of range.</summary>
    /// <param name="message">What was asked.</param>
    /// <param name="innerException">What led to it.</param>
    public CalendarRangeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    private static string Text =>
        $"The calendar holds {WorkingCalendar.FirstDay:yyyy-MM-dd} to {WorkingCalendar.LastDay:yyyy-MM-dd}.";

    internal static CalendarRangeException For(DateOnly day) => new($"{day:yyyy-MM-dd} is out of range. {Text}");

    internal static CalendarRangeException For(DateOnly day, Budget budget, CountDirection direction)
    {
        var way = direction == CountDirection.After ? "after" : "before";
        return new($"{budget} {way} {day:yyyy-MM-dd} is out of range. {Text}");
    }
}
