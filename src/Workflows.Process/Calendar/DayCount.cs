namespace Workflows.Process.Calendar;

/// <summary>
/// Counts a limit the long way, one day after another, as a person would with a wall calendar. The quick way is in
/// <see cref="WorkingCalendar.After"/> and <see cref="WorkingCalendar.Before"/>; tests hold the two together.
/// </summary>
internal static class DayCount
{
    public static IReadOnlyList<CalendarDay> Lines(
        WorkingCalendar calendar, DateOnly anchor, Budget budget, CountDirection direction)
    {
        if (!WorkingCalendar.Covers(anchor))
            throw CalendarRangeException.For(anchor);
        var step = direction == CountDirection.After ? 1 : -1;
        var lines = new List<CalendarDay> { new(anchor, 0, WhyNotWorked(calendar, anchor)) };
        var day = anchor;
        for (var number = 0; number < budget.Amount;)
        {
            var isWorkingDays = budget.Unit == BudgetUnit.WorkingDays;
            day = isWorkingDays ? day.AddDays(step) : CalendarStep.From(anchor, step * (number + 1), budget.Unit);
            if (!WorkingCalendar.Covers(day))
                throw CalendarRangeException.For(anchor, budget, direction);
            var reason = isWorkingDays ? WhyNotWorked(calendar, day) : Clamped(anchor, day, budget.Unit);
            var counts = !isWorkingDays || reason is null;
            lines.Add(new CalendarDay(day, counts ? ++number : null, reason));
        }
        return lines;
    }

    private static string? WhyNotWorked(WorkingCalendar calendar, DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => "Saturday",
        DayOfWeek.Sunday => "Sunday",
        _ => calendar.HolidayName(day),
    };

    private static string? Clamped(DateOnly anchor, DateOnly day, BudgetUnit unit) =>
        unit is BudgetUnit.Months or BudgetUnit.Years && day.Day != anchor.Day
            ? $"no {anchor.Day} {day:MMMM} in this year: the month's last day"
            : null;
}
