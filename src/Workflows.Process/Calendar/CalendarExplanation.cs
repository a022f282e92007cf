using System.Globalization;

namespace Workflows.Process.Calendar;

/// <summary>
/// A count in plain text that a person can check by hand with a wall calendar: the rule in words, the calendar it
/// rests on, a line for each day or step, and the result with the instant at which the limit ends.
/// </summary>
public sealed class CalendarExplanation
{
    private CalendarExplanation(DateOnly result, IReadOnlyList<string> lines)
    {
        Result = result;
        Lines = lines;
    }

    /// <summary>The last day of the limit.</summary>
    public DateOnly Result { get; }

    /// <summary>The instant at which the limit ends: 23:59:59 in London on <see cref="Result"/>.</summary>
    public DateTimeOffset EndsAt => LondonTime.EndOf(Result);

    /// <summary>The text, line by line, without line ends.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Explains a count.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="anchor">The day counted from.</param>
    /// <param name="budget">The limit.</param>
    /// <param name="direction">Forward or back.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="CalendarRangeException">The anchor or the result is outside the calendar.</exception>
    public static CalendarExplanation Of(
        WorkingCalendar calendar, DateOnly anchor, Budget budget, CountDirection direction)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var days = calendar.Count(anchor, budget, direction);
        var result = days[^1].Date;
        var end = LondonTime.EndOf(result);
        return new CalendarExplanation(result,
        [
            $"{budget} {(direction == CountDirection.After ? "after" : "before")} {PlainDate.Of(anchor)}",
            Rule(budget, direction),
            $"Calendar {calendar.Version}: England and Wales; {calendar.Official.Source}.",
            $"Bank holidays are official from {PlainDate.Of(calendar.Official.OfficialFrom)} to "
                + $"{PlainDate.Of(calendar.Official.OfficialUntil)}, computed before and after.",
            .. ComputedNote(calendar, budget, days),
            "",
            .. days.Select(day => Line(day, calendar)),
            "",
            $"Result: {PlainDate.Of(result)}",
            string.Create(CultureInfo.InvariantCulture,
                $"Ends at {end:yyyy-MM-dd HH:mm:ss zzz} in London, {end.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z in UTC"),
        ]);
    }

    /// <summary>The whole text.</summary>
    /// <returns>The lines, each ended by a line feed.</returns>
    public override string ToString() => string.Concat(Lines.Select(line => line + "\n"));

    private static string Rule(Budget budget, CountDirection direction)
    {
        var start = direction == CountDirection.After
            ? "The day counted from is day 0 and is not counted."
            : "The day counted back from is not counted.";
        return budget.Unit switch
        {
            BudgetUnit.WorkingDays => $"{start} Only Monday to Friday count, and no bank holidays.",
            BudgetUnit.Days or BudgetUnit.Weeks => $"{start} Every day counts, weekends and bank holidays too.",
            _ => "Calendar months: the same day of the month, or its last day where it has no such day.",
        };
    }

    private static string[] ComputedNote(WorkingCalendar calendar, Budget budget, IReadOnlyList<CalendarDay> days) =>
        budget.Unit != BudgetUnit.WorkingDays || days.All(day => calendar.Official.Covers(day.Date))
            ? []
            : ["Part of this count lies outside the official days: a proclaimed day there would not be known."];

    private static string Line(CalendarDay day, WorkingCalendar calendar)
    {
        var number = day.Number?.ToString(CultureInfo.InvariantCulture) ?? "-";
        var isComputed = !calendar.Official.Covers(day.Date) && calendar.HolidayName(day.Date) == day.Reason;
        var reason = day.Reason switch
        {
            null => "",
            "Saturday" or "Sunday" => "  weekend",
            _ => $"  {day.Reason}{(isComputed ? " (computed)" : "")}",
        };
        var date = string.Create(CultureInfo.InvariantCulture, $"{day.Date:ddd} {day.Date.Day,2} {day.Date:MMM yyyy}");
        return $"{number,5}  {date}{reason}";
    }
}
