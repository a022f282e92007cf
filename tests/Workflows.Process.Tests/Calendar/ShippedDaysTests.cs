using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

public sealed class ShippedDaysTests
{
    /// <summary>Official days of 2019 to 2028 that the bare rule, without its exceptions, would not give.</summary>
    private static readonly string[] ProclaimedOrMoved =
        ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"];

    [Fact]
    public void The_shipped_file_is_read_without_a_warning_and_covers_2019_to_2028()
    {
        var file = BankHolidayFile.Shipped;

        Assert.Empty(file.Warnings);
        Assert.Equal(Day("2019-01-01"), file.OfficialFrom);
        Assert.Equal(Day("2028-12-31"), file.OfficialUntil);
        Assert.Equal(83, file.Days.Count);
    }

    [Fact]
    public void The_official_days_equal_the_computed_rule_with_its_named_exceptions()
    {
        var computed = Enumerable.Range(2019, 10).SelectMany(ComputedBankHolidays.ForYear).Select(day => day.Date);
        var official = BankHolidayFile.Shipped.Days.Select(day => day.Date).ToList();

        Assert.Equal(official, computed);
        Assert.All(ProclaimedOrMoved, day => Assert.Contains(Day(day), official));
    }

    [Fact]
    public void The_days_a_person_would_look_up_bear_their_names()
    {
        Assert.Equal("Good Friday", Shipped.HolidayName(Day("2026-04-03")));
        Assert.Equal("Boxing Day (substitute day)", Shipped.HolidayName(Day("2026-12-28")));
        Assert.Null(Shipped.HolidayName(Day("2026-12-26"))); // a Saturday, but no bank holiday
        Assert.Null(Shipped.HolidayName(Day("2026-04-07")));
    }

    [Theory]
    [InlineData("2026-01-05", ReachState.Ample)]
    [InlineData("2028-01-01", ReachState.Ample)]
    [InlineData("2028-01-02", ReachState.EndsSoon)]
    [InlineData("2028-12-31", ReachState.EndsSoon)]
    [InlineData("2029-01-01", ReachState.Ended)]
    public void Its_age_is_told_relative_to_a_day(string today, ReachState state)
    {
        Assert.Equal(state, BankHolidayFile.Shipped.ReachFrom(Day(today)).State);
        Assert.Equal(state == ReachState.Ample, BankHolidayFile.Shipped.WarningsAt(Day(today)).Count == 0);
    }
}
