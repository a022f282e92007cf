using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-15T23:59:59Z")]
    [InlineData("2026-07-15", "2026-07-15T22:59:59Z")]
    [InlineData("2026-03-28", "2026-03-28T23:59:59Z")] // the day before the clocks go forward
    [InlineData("2026-03-29", "2026-03-29T22:59:59Z")] // the day of 23 hours
    [InlineData("2026-10-24", "2026-10-24T22:59:59Z")] // the day before they go back
    [InlineData("2026-10-25", "2026-10-25T23:59:59Z")] // the day of 25 hours
    public void A_day_ends_at_one_second_to_midnight_in_London(string date, string utc)
    {
        var end = LondonTime.EndOf(Day(date));

        Assert.Equal(DateTimeOffset.Parse(utc), end);
        Assert.Equal(new TimeSpan(23, 59, 59), end.TimeOfDay);
    }

    [Theory]
    [InlineData("2026-03-28", 24)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-07-01", 24)]
    public void A_day_has_as_many_hours_as_the_clocks_give_it(string date, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), LondonTime.StartOf(Day(date).AddDays(1)) - LondonTime.StartOf(Day(date)));

    [Theory]
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")] // 23:59:59 in London
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")] // midnight in London
    [InlineData("2026-06-30T23:59:59Z", "2026-07-01")] // still June in UTC
    [InlineData("2026-01-15T23:59:59Z", "2026-01-15")]
    [InlineData("2026-01-16T00:00:00Z", "2026-01-16")]
    [InlineData("2026-07-01T04:00:00+05:00", "2026-07-01")] // 23:00 UTC the day before
    [InlineData("2025-12-31T23:59:59Z", "2025-12-31")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    public void An_instant_belongs_to_the_day_on_Londons_wall(string instant, string date) =>
        Assert.Equal(Day(date), LondonTime.DateOf(DateTimeOffset.Parse(instant)));

    [Theory]
    [InlineData("2026-03-29", "00:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("2026-03-29", "01:30:00", "2026-03-29T01:30:00Z")] // skipped: 02:30 on the wall
    [InlineData("2026-03-29", "02:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", "00:59:59", "2026-10-24T23:59:59Z")]
    [InlineData("2026-10-25", "01:30:00", "2026-10-25T00:30:00Z")] // twice: the first
    [InlineData("2026-10-25", "02:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("2026-07-01", "09:00:00", "2026-07-01T08:00:00Z")]
    public void A_time_on_the_wall_is_the_instant_it_should_be(string date, string time, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc), LondonTime.At(Day(date), TimeOnly.Parse(time)));

    [Fact]
    public void A_time_that_is_skipped_is_told_as_it_stands_on_the_wall() =>
        Assert.Equal(new TimeSpan(2, 30, 0), LondonTime.At(Day("2026-03-29"), new TimeOnly(1, 30)).TimeOfDay);

    [Fact]
    public void Every_hour_from_2000_to_2110_agrees_with_the_time_zone_database()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var last = LondonTime.EndOf(WorkingCalendar.LastDay);
        for (var hour = LondonTime.StartOf(WorkingCalendar.FirstDay); hour <= last; hour = hour.AddHours(1))
        {
            if (LondonTime.ToLondon(hour).Offset != london.GetUtcOffset(hour))
                Assert.Fail($"{hour:u}: {LondonTime.ToLondon(hour).Offset}, but {london.GetUtcOffset(hour)}");
        }
    }

    [Fact]
    public void Every_day_begins_and_ends_within_itself()
    {
        for (var day = WorkingCalendar.FirstDay; day < WorkingCalendar.LastDay; day = day.AddDays(1))
        {
            if (LondonTime.DateOf(LondonTime.StartOf(day)) != day || LondonTime.DateOf(LondonTime.EndOf(day)) != day
                || LondonTime.StartOf(day.AddDays(1)) - LondonTime.EndOf(day) != TimeSpan.FromSeconds(1))
            {
                Assert.Fail($"{day:yyyy-MM-dd} is not whole.");
            }
        }
    }

    [Fact]
    public void A_time_outside_the_calendar_is_refused()
    {
        Assert.Throws<CalendarRangeException>(() => LondonTime.DateOf(DateTimeOffset.MinValue));
        Assert.Throws<CalendarRangeException>(() => LondonTime.DateOf(DateTimeOffset.MaxValue));
        Assert.Throws<CalendarRangeException>(() => LondonTime.EndOf(DateOnly.MinValue));
        Assert.Throws<CalendarRangeException>(() => LondonTime.StartOf(DateOnly.MaxValue));
    }
}
