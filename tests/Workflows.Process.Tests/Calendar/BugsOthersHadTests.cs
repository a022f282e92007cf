using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

/// <summary>Mistakes that deadline engines have made, each of which must not happen here.</summary>
public sealed class BugsOthersHadTests
{
    [Fact]
    public void A_one_day_period_is_the_next_day_and_not_twenty_four_business_hours_about_three_days()
    {
        Assert.Equal(Day("2026-01-06"), After("2026-01-05", "1 working day"));
        Assert.Equal(Day("2026-01-06"), After("2026-01-05", "1 day"));
        Assert.Equal(Day("2026-01-12"), After("2026-01-09", "1 working day")); // from a Friday
    }

    [Theory]
    [InlineData("2026-01-05T00:00:00Z")]
    [InlineData("2026-01-05T06:59:00Z")] // before office hours
    [InlineData("2026-01-05T12:00:00Z")]
    [InlineData("2026-01-05T17:01:00Z")] // after office hours
    [InlineData("2026-01-05T23:59:59Z")]
    public void A_trigger_before_or_after_office_hours_counts_from_its_own_day(string instant)
    {
        var aware = LondonTime.DateOf(DateTimeOffset.Parse(instant));

        Assert.Equal(Day("2026-01-12"), Shipped.After(aware, Budget.WorkingDays(5)));
    }

    [Theory]
    [InlineData("2024-03-29")] // Good Friday
    [InlineData("2024-03-30")]
    [InlineData("2024-03-31")]
    [InlineData("2024-04-01")] // Easter Monday
    public void A_trigger_on_a_holiday_or_weekend_counts_from_the_first_working_day_after_it(string aware) =>
        Assert.Equal(Day("2024-04-08"), After(aware, "5 working days"));

    [Fact]
    public void Holidays_are_not_ignored()
    {
        Assert.Equal(Day("2025-12-29"), After("2025-12-24", "1 working day"));
        Assert.Equal(Day("2025-12-24"), Before("2025-12-29", "1 working day"));
    }

    [Fact]
    public void A_bare_list_of_dates_is_refused_as_a_calendar()
    {
        var reading = BankHolidayFile.Parse("""["2026-01-01", "2026-04-03"]""", "test");

        Assert.False(reading.IsUsable);
        Assert.Contains("bare list", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_has_ended_does_not_silently_count_weekends_only()
    {
        var file = FeedText.Read(new FeedText().Years(2019, 2024));
        var calendar = WorkingCalendar.Create(file);

        Assert.False(calendar.IsWorkingDay(Day("2026-04-03"))); // Good Friday, long after its end
        Assert.Equal(Day("2026-04-09"), calendar.After(Day("2026-04-02"), Budget.WorkingDays(3)));
        Assert.Contains("ended on Tue 31 Dec 2024", file.WarningsAt(Day("2026-01-05"))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_calendar_does_not_leave_a_deadline_quietly_a_day_out()
    {
        var proclaimed = WorkingCalendar.Create(
            FeedText.Read(new FeedText().Years(2019, 2028).With("2026-06-12", "Bank holiday for a jubilee")));
        var limit = Budget.WorkingDays(15);

        Assert.NotEqual(Shipped.Version, proclaimed.Version);
        Assert.Equal(Day("2026-06-22"), Shipped.After(Day("2026-06-01"), limit));
        Assert.Equal(Day("2026-06-23"), proclaimed.After(Day("2026-06-01"), limit));
        Assert.Equal(
            "Fri 12 Jun 2026 is now a bank holiday (Bank holiday for a jubilee).",
            Assert.Single(proclaimed.ChangesFrom(Shipped)).ToString());
    }

    [Fact]
    public void An_hour_of_summer_time_does_not_move_a_late_evening_to_the_day_before_or_after()
    {
        // 23:30 on Wednesday 1 July in London is 22:30 UTC; 00:30 on Thursday is still Wednesday in UTC.
        Assert.Equal(Day("2026-07-01"), LondonTime.DateOf(DateTimeOffset.Parse("2026-07-01T22:30:00Z")));
        Assert.Equal(Day("2026-07-02"), LondonTime.DateOf(DateTimeOffset.Parse("2026-07-01T23:30:00Z")));
    }
}
