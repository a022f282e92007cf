using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

/// <summary>Files that are used, and of which a person is told something.</summary>
public sealed class BankHolidayFileFlaggedTests
{
    [Fact]
    public void A_proclaimed_day_is_named_and_counted()
    {
        var file = FeedText.Read(new FeedText().Years(2025, 2027).With("2026-06-12", "Bank holiday for a jubilee"));

        Assert.Contains("\"Bank holiday for a jubilee\" on Fri 12 Jun 2026", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        Assert.False(WorkingCalendar.Create(file).IsWorkingDay(Day("2026-06-12")));
    }

    [Fact]
    public void A_moved_day_is_named_at_both_of_its_places()
    {
        var file = FeedText.Read(
            new FeedText().Years(2025, 2027).Without("2026-05-25").With("2026-06-05", "Spring bank holiday"));
        var calendar = WorkingCalendar.Create(file);

        Assert.Equal(2, file.Warnings.Count);
        Assert.Contains("Fri 5 Jun 2026", file.Warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains("Mon 25 May 2026", file.Warnings[1].Message, StringComparison.Ordinal);
        Assert.True(calendar.IsWorkingDay(Day("2026-05-25")));
        Assert.False(calendar.IsWorkingDay(Day("2026-06-05")));
    }

    [Fact]
    public void A_last_year_cut_short_is_filled_by_the_rule_and_that_is_said()
    {
        var file = FeedText.Read(
            new FeedText().Years(2025, 2026).Without("2026-08-31").Without("2026-12-25").Without("2026-12-28"));

        Assert.Contains("2026 is not complete", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(Day("2026-05-25"), file.OfficialUntil);
        Assert.False(WorkingCalendar.Create(file).IsWorkingDay(Day("2026-08-31")));
    }

    [Fact]
    public void A_year_cut_short_is_not_taken_for_complete_because_a_proclaimed_day_makes_up_the_number()
    {
        // 2022 had ten days; without its last two, eight are left and look like a whole year.
        var file = FeedText.Read(new FeedText().Years(2021, 2022).Without("2022-12-26").Without("2022-12-27"));

        Assert.Equal(Day("2022-09-19"), file.OfficialUntil);
        Assert.False(WorkingCalendar.Create(file).IsWorkingDay(Day("2022-12-27")));
    }

    [Fact]
    public void A_first_year_that_begins_late_is_filled_by_the_rule_and_that_is_said()
    {
        var file = FeedText.Read(new FeedText().Years(2025, 2026).Without("2025-01-01").Without("2025-04-18"));

        Assert.Contains("2025 is not complete", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(Day("2025-04-21"), file.OfficialFrom);
        Assert.False(WorkingCalendar.Create(file).IsWorkingDay(Day("2025-04-18")));
    }

    [Fact]
    public void A_line_given_twice_is_counted_once_and_said()
    {
        var file = FeedText.Read(new FeedText().Years(2026, 2026).With("2026-04-03", "Good Friday"));

        Assert.Contains("given twice", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(8, file.Days.Count);
    }

    [Fact]
    public void Lines_in_any_order_and_a_byte_order_mark_make_no_difference()
    {
        var ordered = FeedText.Read(new FeedText().Years(2025, 2026));
        var mixed = BankHolidayFile.Parse("\uFEFF" + new FeedText().Years(2026, 2026).Years(2025, 2025).Json(), "test");

        Assert.Equal(ordered.Days, mixed.File!.Days);
    }

    [Fact]
    public void A_file_that_ends_soon_says_when_and_where_to_get_the_next()
    {
        var warning = Assert.Single(FeedText.Read(new FeedText().Years(2025, 2026)).WarningsAt(Day("2026-10-01")));

        Assert.Contains("end on Thu 31 Dec 2026, 91 days from now", warning.Message, StringComparison.Ordinal);
        Assert.Contains("https://www.gov.uk/bank-holidays.json", warning.Remedy, StringComparison.Ordinal);
    }
}
