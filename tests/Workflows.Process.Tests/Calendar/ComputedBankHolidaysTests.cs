using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

public sealed class ComputedBankHolidaysTests
{
    [Theory]
    [InlineData(2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26")] // Golden Jubilee
    [InlineData(2006, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2007, "01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2008, "01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2009, "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2010, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")] // Royal Wedding
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")] // Diamond Jubilee
    [InlineData(2013, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2014, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    public void The_years_before_the_official_file_have_the_days_that_were_kept(int year, string days) =>
        Assert.Equal(days, string.Join(' ', ComputedBankHolidays.ForYear(year).Select(day => $"{day.Date:MM-dd}")));

    [Theory]
    [InlineData("2011-04-29", "Royal Wedding")]
    [InlineData("2012-06-04", "Spring")]
    [InlineData("2012-06-05", "Diamond Jubilee")]
    [InlineData("2020-05-08", "VE Day")]
    [InlineData("2022-06-02", "Spring")]
    [InlineData("2022-06-03", "Platinum Jubilee")]
    [InlineData("2022-09-19", "State Funeral")]
    [InlineData("2023-05-08", "coronation")]
    public void A_day_proclaimed_or_moved_is_known_by_name(string date, string name) =>
        Assert.Contains(name, Assert.Single(On(date)).Name, StringComparison.Ordinal);

    [Theory]
    [InlineData("2012-05-28")]
    [InlineData("2020-05-04")]
    [InlineData("2022-05-30")]
    public void The_Monday_that_a_holiday_was_moved_from_is_worked(string date) => Assert.Empty(On(date));

    [Fact]
    public void Royal_Wedding_and_Easter_together_stretch_a_limit_in_2011()
    {
        // Good Friday 22 and Easter Monday 25 April, the wedding on the 29th, early May on 2 May.
        Assert.Equal(Day("2011-05-04"), After("2011-04-20", "6 working days"));
    }

    [Theory]
    [InlineData(2029, "12-25 12-26")] // Tuesday
    [InlineData(2030, "12-25 12-26")] // Wednesday
    [InlineData(2031, "12-25 12-26")] // Thursday
    [InlineData(2037, "12-25 12-28")] // Friday
    [InlineData(2032, "12-27 12-28")] // Saturday
    [InlineData(2033, "12-26 12-27")] // Sunday
    [InlineData(2034, "12-25 12-26")] // Monday
    public void Christmas_has_its_substitute_days(int year, string days) =>
        Assert.Equal(days, string.Join(' ', ComputedBankHolidays.ForYear(year).TakeLast(2).Select(day => $"{day.Date:MM-dd}")));

    [Theory]
    [InlineData(2033, "2033-01-03")] // Saturday
    [InlineData(2034, "2034-01-02")] // Sunday
    [InlineData(2035, "2035-01-01")]
    public void New_Year_has_its_substitute_day(int year, string day) =>
        Assert.Equal(Day(day), ComputedBankHolidays.ForYear(year)[0].Date);

    [Fact]
    public void Every_year_to_2110_has_at_least_eight_days_in_order_and_none_on_a_weekend()
    {
        foreach (var days in Enumerable.Range(2000, 111).Select(ComputedBankHolidays.ForYear))
        {
            Assert.True(days.Count >= 8);
            Assert.Equal(days.Select(day => day.Date).Distinct().Order(), days.Select(day => day.Date));
            Assert.DoesNotContain(days, day => day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }

    [Fact]
    public void Easter_agrees_with_Gauss_in_every_year_to_2110() =>
        Assert.All(Enumerable.Range(2000, 111), year => Assert.Equal(Gauss(year), ComputedBankHolidays.EasterSunday(year)));

    private static IEnumerable<BankHoliday> On(string date) =>
        ComputedBankHolidays.ForYear(Day(date).Year).Where(day => day.Date == Day(date));

    /// <summary>Gauss's formula with its two exceptions: another way to the same date, for the years 1900 to 2199.</summary>
    private static DateOnly Gauss(int year)
    {
        var moon = ((19 * (year % 19)) + 24) % 30;
        var sunday = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * moon) + (year < 2100 ? 5 : 6)) % 7;
        var isLate = (moon == 29 && sunday == 6) || (moon == 28 && sunday == 6 && year % 19 > 10);
        return new DateOnly(year, 3, 22).AddDays(moon + sunday - (isLate ? 7 : 0));
    }
}
