using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    [Fact]
    public void The_version_follows_the_days_and_not_their_names_or_source()
    {
        var same = WorkingCalendar.Create(FeedText.Read(new FeedText().Years(2020, 2021)));
        var other = WorkingCalendar.Create(
            FeedText.Read(new FeedText().Years(2020, 2021).Without("2021-04-02").With("2021-04-01", "Good Friday")));

        Assert.Matches("^[0-9a-f]{12}$", Shipped.Version);
        Assert.Equal(Shipped.Version, same.Version);
        Assert.NotEqual(Shipped.Version, other.Version);
    }

    [Fact]
    public void A_day_that_the_file_drops_is_told_as_a_change()
    {
        var dropped = WorkingCalendar.Create(
            FeedText.Read(new FeedText().Years(2022, 2024).Without("2023-05-08")));

        Assert.Equal(
            "Mon 8 May 2023 is no longer a bank holiday (Bank holiday for the coronation of King Charles III).",
            Assert.Single(dropped.ChangesFrom(Shipped)).ToString());
        Assert.Empty(Shipped.ChangesFrom(Shipped));
    }

    [Theory]
    [InlineData("2026-04-02", "2026-04-07", 1)] // Easter between them
    [InlineData("2026-04-07", "2026-04-02", -1)]
    [InlineData("2026-04-03", "2026-04-06", 0)]
    [InlineData("2026-01-05", "2026-01-05", 0)]
    [InlineData("2026-01-05", "2026-01-12", 5)]
    public void Working_days_between_two_days_leave_out_the_first_and_hold_the_last(string after, string until, int count) =>
        Assert.Equal(count, Shipped.WorkingDaysBetween(Day(after), Day(until)));

    [Theory]
    [InlineData("2026-04-03")]
    [InlineData("2026-01-05")]
    [InlineData("2026-01-04")]
    public void A_limit_of_nothing_is_the_day_itself(string day)
    {
        Assert.Equal(Day(day), After(day, "0 working days"));
        Assert.Equal(Day(day), Before(day, "0 working days"));
        Assert.Equal(Day(day), Shipped.After(Day(day), default));
    }

    [Fact]
    public void A_day_outside_the_calendar_is_refused_with_the_days_it_holds()
    {
        var tooEarly = Assert.Throws<CalendarRangeException>(() => After("1999-12-31", "1 working day"));

        Assert.Contains("2000-01-01 to 2110-12-31", tooEarly.Message, StringComparison.Ordinal);
        Assert.Throws<CalendarRangeException>(() => Before("2111-01-01", "1 month"));
        Assert.Throws<CalendarRangeException>(() => Shipped.IsWorkingDay(DateOnly.MaxValue));
        Assert.Throws<CalendarRangeException>(() => Shipped.HolidayName(DateOnly.MinValue));
        Assert.Throws<CalendarRangeException>(() => Shipped.WorkingDaysBetween(DateOnly.MinValue, DateOnly.MaxValue));
    }

    [Theory]
    [InlineData("1 working day")]
    [InlineData("1 day")]
    [InlineData("1 week")]
    [InlineData("1 month")]
    [InlineData("100 years")]
    public void A_count_that_would_leave_the_calendar_is_refused_and_not_cut_short(string budget)
    {
        var limit = Budget.Parse(budget);

        Assert.Throws<CalendarRangeException>(() => Shipped.After(WorkingCalendar.LastDay, limit));
        Assert.Throws<CalendarRangeException>(() => Shipped.Before(WorkingCalendar.FirstDay, limit));
        Assert.Throws<CalendarRangeException>(() => Shipped.Count(WorkingCalendar.LastDay, limit, CountDirection.After));
        Assert.Throws<CalendarRangeException>(() => Shipped.Count(WorkingCalendar.FirstDay, limit, CountDirection.Before));
    }

    [Fact]
    public void The_edges_of_the_calendar_can_be_counted_to()
    {
        Assert.Equal(WorkingCalendar.LastDay, After("2110-12-30", "1 working day"));
        Assert.Equal(Day("2000-01-04"), After("2000-01-01", "1 working day")); // a Saturday; Monday is its substitute
        Assert.Equal(Day("2000-01-04"), Before("2000-01-05", "1 working day"));
    }

    [Fact]
    public void A_count_shows_each_day_with_its_number_or_why_it_is_not_counted()
    {
        var lines = Shipped.Count(Day("2024-03-28"), Budget.WorkingDays(2), CountDirection.After)
            .Select(day => $"{day.Date:MM-dd} {day.Weekday} {day.Number} {day.Reason}".TrimEnd());

        Assert.Equal(
            [
                "03-28 Thursday 0",
                "03-29 Friday  Good Friday",
                "03-30 Saturday  Saturday",
                "03-31 Sunday  Sunday",
                "04-01 Monday  Easter Monday",
                "04-02 Tuesday 1",
                "04-03 Wednesday 2",
            ],
            lines);
    }

    [Fact]
    public void A_count_back_ends_on_the_day_that_copies_are_due()
    {
        var days = Shipped.Count(Day("2026-04-09"), Budget.WorkingDays(7), CountDirection.Before);

        Assert.Equal((Day("2026-03-27"), 7), (days[^1].Date, days[^1].Number));
        Assert.False(days[0].IsCounted);
        Assert.Equal(7, days.Count(day => day.IsCounted));
    }

    [Fact]
    public void A_count_in_months_shows_each_step_and_where_the_month_was_too_short()
    {
        var days = Shipped.Count(Day("2025-08-31"), Budget.Parse("6 months"), CountDirection.After);

        Assert.Equal(7, days.Count);
        Assert.Null(days[2].Reason); // 31 October: each step is counted from the anchor, a short month leaves no mark
        Assert.Equal(Day("2025-10-31"), days[2].Date);
        Assert.Equal(Day("2026-02-28"), days[6].Date);
        Assert.Equal("no 31 February in this year: the month's last day", days[6].Reason);
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var (day, instant) = (Day("2026-03-27"), DateTimeOffset.Parse("2026-03-27T10:00:00Z"));
        _ = Work(day, instant);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var sum = 0;
        for (var turn = 0; turn < 1000; turn++)
            sum += Work(day, instant);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0, sum);

        static int Work(DateOnly day, DateTimeOffset instant) =>
            Shipped.After(day, Budget.WorkingDays(15)).Day
            + Shipped.Before(day, Budget.WorkingDays(7)).Day
            + Shipped.After(day, new Budget(6, BudgetUnit.Months)).Day
            + Shipped.WorkingDaysBetween(day, WorkingCalendar.LastDay)
            + (Shipped.IsWorkingDay(day) ? 1 : 0)
            + LondonTime.DateOf(instant).Day
            + LondonTime.EndOf(day).Hour;
    }
}
