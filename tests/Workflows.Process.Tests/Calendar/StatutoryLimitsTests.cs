using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

/// <summary>Limits of the statutory stages, counted by hand.</summary>
public sealed class StatutoryLimitsTests
{
    [Theory]
    [InlineData("2024-03-28", "2024-04-08", "2024-04-29")] // Good Friday, Easter Monday
    [InlineData("2023-12-22", "2024-01-03", "2024-01-24")] // Christmas and New Year
    [InlineData("2026-05-02", "2026-05-11", "2026-06-02")] // aware on a Saturday; early May and spring holidays
    public void The_notification_and_the_rapid_review_fall_due_on_the_days_counted_by_hand(
        string aware, string notification, string rapidReview)
    {
        Assert.Equal(Day(notification), After(aware, "5 working days"));
        Assert.Equal(Day(rapidReview), After(notification, "15 working days"));
    }

    [Fact]
    public void Copies_go_out_no_later_than_seven_working_days_before_publication_across_Easter() =>
        Assert.Equal(Day("2026-03-27"), Before("2026-04-09", "7 working days"));

    [Theory]
    [InlineData("2025-08-31", "6 months", "2026-02-28")]
    [InlineData("2023-08-31", "6 months", "2024-02-29")]
    [InlineData("2024-01-31", "1 month", "2024-02-29")]
    [InlineData("2025-03-31", "1 month", "2025-04-30")]
    [InlineData("2025-08-30", "6 months", "2026-02-28")]
    [InlineData("2025-02-28", "6 months", "2025-08-28")]
    [InlineData("2024-02-29", "1 year", "2025-02-28")]
    [InlineData("2024-02-29", "4 years", "2028-02-29")]
    [InlineData("2024-12-31", "2 months", "2025-02-28")]
    public void Months_and_years_end_on_the_same_day_or_the_months_last(string anchor, string budget, string due) =>
        Assert.Equal(Day(due), After(anchor, budget));

    [Theory]
    [InlineData("2026-08-31", "6 months", "2026-02-28")]
    [InlineData("2024-03-31", "1 month", "2024-02-29")]
    [InlineData("2024-02-29", "1 year", "2023-02-28")]
    public void Months_are_clamped_backwards_too(string day, string budget, string result) =>
        Assert.Equal(Day(result), Before(day, budget));

    [Theory]
    [InlineData("14 days", "2026-01-04")]
    [InlineData("2 weeks", "2026-01-04")]
    [InlineData("1 day", "2025-12-22")]
    public void Days_and_weeks_count_weekends_and_holidays(string budget, string due) =>
        Assert.Equal(Day(due), After("2025-12-21", budget));

    [Fact]
    public void A_limit_in_months_may_end_on_a_day_that_is_not_worked() =>
        Assert.Equal(DayOfWeek.Sunday, After("2025-08-08", "6 months").DayOfWeek);
}
