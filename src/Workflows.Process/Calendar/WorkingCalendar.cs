using System.Security.Cryptography;
using System.Text;

namespace Workflows.Process.Calendar;

/// <summary>
/// The working days of England and Wales from 2000 to 2110: Monday to Friday that are no bank holidays. Official days
/// come from a <see cref="BankHolidayFile"/>; outside the time for which it speaks the bank holidays are computed by
/// rule. Immutable and safe to share; counting takes constant time and allocates nothing.
/// </summary>
/// <remarks>
/// The day counted from is day 0 and is never counted, whatever the time of day and whether or not it is a working
/// day. A limit runs out at the end of its last day in London: <see cref="LondonTime.EndOf"/>.
/// </remarks>
public sealed class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> ShippedCalendar = new(() => Create(BankHolidayFile.Shipped));

    private readonly Dictionary<DateOnly, string> _holidays;
    private readonly WorkingDayTable _table;

    private WorkingCalendar(BankHolidayFile file, Dictionary<DateOnly, string> holidays)
    {
        Official = file;
        _holidays = holidays;
        _table = new WorkingDayTable(FirstDay, LastDay, holidays.ContainsKey);
        Version = HashOf(holidays.Keys);
    }

    /// <summary>The first day the calendar holds: 1 January 2000.</summary>
    public static DateOnly FirstDay { get; } = new(2000, 1, 1);

    /// <summary>The last day the calendar holds: 31 December 2110.</summary>
    public static DateOnly LastDay { get; } = new(2110, 12, 31);

    /// <summary>The calendar made from <see cref="BankHolidayFile.Shipped"/>.</summary>
    public static WorkingCalendar Shipped => ShippedCalendar.Value;

    /// <summary>
    /// Twelve hexadecimal digits made from the dates of all bank holidays it holds. Two calendars with the same version
    /// count alike; one day more, less or moved gives another version, a name does not.
    /// </summary>
    public string Version { get; }

    /// <summary>The official days it was made from, with their source, years, reach and warnings.</summary>
    public BankHolidayFile Official { get; }

    /// <summary>Makes a calendar: the file's days where it speaks, the computed rule before and after.</summary>
    /// <param name="file">The official days.</param>
    /// <returns>The calendar.</returns>
    public static WorkingCalendar Create(BankHolidayFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var holidays = new Dictionary<DateOnly, string>(capacity: 1000);
        for (var year = FirstDay.Year; year <= LastDay.Year; year++)
        {
            foreach (var day in ComputedBankHolidays.ForYear(year))
            {
                if (!file.Covers(day.Date))
                    holidays[day.Date] = day.Name;
            }
        }
        foreach (var day in file.Days)
            holidays[day.Date] = day.Name;
        return new WorkingCalendar(file, holidays);
    }

    /// <summary>Whether the calendar holds a day, from <see cref="FirstDay"/> to <see cref="LastDay"/>.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True where it can be counted from.</returns>
    public static bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Whether a day is Monday to Friday and no bank holiday.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True for a working day.</returns>
    /// <exception cref="CalendarRangeException">The day is outside the calendar.</exception>
    public bool IsWorkingDay(DateOnly day) => _table.IsWorkingDay(day);

    /// <summary>The bank holiday on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Its name, or null on any other day, weekends included.</returns>
    /// <exception cref="CalendarRangeException">The day is outside the calendar.</exception>
    public string? HolidayName(DateOnly day) =>
        Covers(day) ? _holidays.GetValueOrDefault(day) : throw CalendarRangeException.For(day);

    /// <summary>
    /// The last day of a limit that runs from an anchor. In working days it is the amount-th working day after the
    /// anchor; in months the same day of a later month or that month's last day (31 August + 6 months is 28 February).
    /// An amount of 0 gives the anchor itself.
    /// </summary>
    /// <param name="anchor">Day 0, which is not counted.</param>
    /// <param name="budget">The limit.</param>
    /// <returns>The limit's last day; in working days, with an amount over 0, always a working day.</returns>
    /// <exception cref="CalendarRangeException">The anchor or the result is outside the calendar.</exception>
    public DateOnly After(DateOnly anchor, Budget budget)
    {
        if (!Covers(anchor))
            throw CalendarRangeException.For(anchor);
        if (budget.Unit != BudgetUnit.WorkingDays)
            return Held(CalendarStep.From(anchor, budget.Amount, budget.Unit), anchor, budget, CountDirection.After);
        return budget.Amount == 0
            ? anchor
            : _table.AtIndex(_table.UpTo(anchor) + budget.Amount - 1)
                ?? throw CalendarRangeException.For(anchor, budget, CountDirection.After);
    }

    /// <summary>
    /// The last day that is "no later than" a limit before a day. In working days it is the amount-th working day
    /// before it: the day itself is not counted. An amount of 0 gives the day itself.
    /// </summary>
    /// <param name="day">The day counted back from, which is not counted.</param>
    /// <param name="budget">The limit.</param>
    /// <returns>The day; in working days with an amount over 0 always a working day.</returns>
    /// <exception cref="CalendarRangeException">The day or the result is outside the calendar.</exception>
    public DateOnly Before(DateOnly day, Budget budget)
    {
        if (!Covers(day))
            throw CalendarRangeException.For(day);
        if (budget.Unit != BudgetUnit.WorkingDays)
            return Held(CalendarStep.From(day, -budget.Amount, budget.Unit), day, budget, CountDirection.Before);
        return budget.Amount == 0
            ? day
            : _table.AtIndex(_table.Before(day) - budget.Amount)
                ?? throw CalendarRangeException.For(day, budget, CountDirection.Before);
    }

    /// <summary>How many working days lie between two days; negative where the second comes before the first.</summary>
    /// <param name="afterExclusive">The day that is not counted.</param>
    /// <param name="untilInclusive">The day that is counted, if it is a working day.</param>
    /// <returns>The number of working days; negated, it is the same from the later to the earlier day.</returns>
    /// <exception cref="CalendarRangeException">A day is outside the calendar.</exception>
    public int WorkingDaysBetween(DateOnly afterExclusive, DateOnly untilInclusive) =>
        _table.UpTo(untilInclusive) - _table.UpTo(afterExclusive);

    /// <summary>
    /// A limit counted so that a person can check it by hand: day by day in days and working days, step by step in
    /// weeks, months and years. The first line is the day counted from, the last the result.
    /// </summary>
    /// <param name="anchor">The day counted from.</param>
    /// <param name="budget">The limit.</param>
    /// <param name="direction">Forward or back.</param>
    /// <returns>The lines of the count.</returns>
    /// <exception cref="CalendarRangeException">The anchor or the result is outside the calendar.</exception>
    public IReadOnlyList<CalendarDay> Count(DateOnly anchor, Budget budget, CountDirection direction) =>
        DayCount.Lines(this, anchor, budget, direction);

    /// <summary>The days that are worked under one of two calendars and not under the other.</summary>
    /// <param name="older">The calendar before.</param>
    /// <returns>The changes in order of date; empty where both have the same <see cref="Version"/>.</returns>
    public IReadOnlyList<CalendarChange> ChangesFrom(WorkingCalendar older)
    {
        ArgumentNullException.ThrowIfNull(older);
        return
        [
            .. _holidays.Keys.Union(older._holidays.Keys)
                .Where(day => _holidays.ContainsKey(day) != older._holidays.ContainsKey(day))
                .Order()
                .Select(day => new CalendarChange(day, older.HolidayName(day), HolidayName(day))),
        ];
    }

    private static DateOnly Held(DateOnly result, DateOnly from, Budget budget, CountDirection direction) =>
        Covers(result) ? result : throw CalendarRangeException.For(from, budget, direction);

    private static string HashOf(IEnumerable<DateOnly> holidays)
    {
        var text = string.Join('\n', holidays.Order().Select(day => day.ToString("yyyy-MM-dd")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
