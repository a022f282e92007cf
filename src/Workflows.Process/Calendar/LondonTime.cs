namespace Workflows.Process.Calendar;

/// <summary>
/// Dates and instants in Europe/London. Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on
/// the last Sunday of October (Summer Time Act 1972 as amended by SI 2002/262). The rule is computed, so that a count
/// does not depend on the time zone data of the machine. It holds from <see cref="WorkingCalendar.FirstDay"/> to
/// <see cref="WorkingCalendar.LastDay"/>.
/// </summary>
public static class LondonTime
{
    private static readonly TimeSpan SummerOffset = TimeSpan.FromHours(1);
    private static readonly long[] SummerStarts = Changes(month: 3);
    private static readonly long[] SummerEnds = Changes(month: 10);

    /// <summary>The date on a London wall calendar at an instant.</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>The London date.</returns>
    /// <exception cref="CalendarRangeException">The instant is outside the calendar.</exception>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLondon(instant).DateTime);

    /// <summary>The same instant, told with London's offset (+00:00 or +01:00).</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>The same instant.</returns>
    /// <exception cref="CalendarRangeException">The instant is outside the calendar.</exception>
    public static DateTimeOffset ToLondon(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return instant.ToOffset(IsSummer(utc.Ticks, IndexOf(utc)) ? SummerOffset : TimeSpan.Zero);
    }

    /// <summary>Midnight in London at the start of a day.</summary>
    /// <param name="date">The London date.</param>
    /// <returns>The instant, with London's offset.</returns>
    /// <exception cref="CalendarRangeException">The date is outside the calendar.</exception>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The end of a day on which a limit runs out: 23:59:59 in London.</summary>
    /// <param name="date">The London date.</param>
    /// <returns>The instant, with London's offset.</returns>
    /// <exception cref="CalendarRangeException">The date is outside the calendar.</exception>
    public static DateTimeOffset EndOf(DateOnly date) => At(date, new TimeOnly(23, 59, 59));

    /// <summary>
    /// The instant of a wall-clock time in London. Of a time that comes twice, in October, the first is meant; a time
    /// that is skipped, in March, is moved on by the hour that was skipped (01:30 becomes 02:30).
    /// </summary>
    /// <param name="date">The London date.</param>
    /// <param name="time">The London time of day.</param>
    /// <returns>The instant, with London's offset.</returns>
    /// <exception cref="CalendarRangeException">The date is outside the calendar.</exception>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        var index = IndexOf(wall);
        if (IsSummer(wall.Ticks - SummerOffset.Ticks, index))
            return new DateTimeOffset(wall, SummerOffset);
        return IsSummer(wall.Ticks, index)
            ? new DateTimeOffset(wall + SummerOffset, SummerOffset)
            : new DateTimeOffset(wall, TimeSpan.Zero);
    }

    private static bool IsSummer(long utcTicks, int index) =>
        utcTicks >= SummerStarts[index] && utcTicks < SummerEnds[index];

    /// <summary>Where the year stands in the tables; London's year is UTC's, since both are one in winter.</summary>
    private static int IndexOf(DateTime time)
    {
        var index = time.Year - WorkingCalendar.FirstDay.Year;
        return (uint)index < (uint)SummerStarts.Length
            ? index
            : throw CalendarRangeException.For(DateOnly.FromDateTime(time));
    }

    private static long[] Changes(int month)
    {
        var years = WorkingCalendar.LastDay.Year - WorkingCalendar.FirstDay.Year + 1;
        var changes = new long[years];
        for (var index = 0; index < years; index++)
        {
            var last = new DateOnly(WorkingCalendar.FirstDay.Year + index, month, 31);
            changes[index] = last.AddDays(-(int)last.DayOfWeek).ToDateTime(new TimeOnly(1, 0)).Ticks;
        }
        return changes;
    }
}
