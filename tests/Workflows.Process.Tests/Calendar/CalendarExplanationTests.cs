using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

public sealed class CalendarExplanationTests
{
    [Fact]
    public void A_count_is_told_line_by_line_for_a_person_to_check()
    {
        var text = CalendarExplanation.Of(Shipped, Day("2024-03-28"), Budget.WorkingDays(2), CountDirection.After).ToString();

        Assert.Equal(
            $"""
            2 working days after Thu 28 Mar 2024
            The day counted from is day 0 and is not counted. Only Monday to Friday count, and no bank holidays.
            Calendar {Shipped.Version}: England and Wales; gov.uk bank holidays, as shipped with the program.
            Bank holidays are official from Tue 1 Jan 2019 to Sun 31 Dec 2028, computed before and after.

                0  Thu 28 Mar 2024
                -  Fri 29 Mar 2024  Good Friday
                -  Sat 30 Mar 2024  weekend
                -  Sun 31 Mar 2024  weekend
                -  Mon  1 Apr 2024  Easter Monday
                1  Tue  2 Apr 2024
                2  Wed  3 Apr 2024

            Result: Wed 3 Apr 2024
            Ends at 2024-04-03 23:59:59 +01:00 in London, 2024-04-03 22:59:59Z in UTC

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_count_back_says_that_the_day_itself_is_not_counted()
    {
        var explanation = CalendarExplanation.Of(Shipped, Day("2026-04-09"), Budget.WorkingDays(7), CountDirection.Before);

        Assert.StartsWith("7 working days before Thu 9 Apr 2026", explanation.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("The day counted back from is not counted.", explanation.Lines[1], StringComparison.Ordinal);
        Assert.Equal(Day("2026-03-27"), explanation.Result);
        Assert.Equal(DateTimeOffset.Parse("2026-03-27T23:59:59Z"), explanation.EndsAt);
    }

    [Fact]
    public void A_count_beyond_the_official_days_says_which_days_are_computed()
    {
        var text = CalendarExplanation.Of(Shipped, Day("2030-04-18"), Budget.WorkingDays(1), CountDirection.After).ToString();

        Assert.Contains("Part of this count lies outside the official days", text, StringComparison.Ordinal);
        Assert.Contains("Fri 19 Apr 2030  Good Friday (computed)", text, StringComparison.Ordinal);
        Assert.Contains("Sat 20 Apr 2030  weekend\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6 months", "the same day of the month, or its last day")]
    [InlineData("1 year", "the same day of the month, or its last day")]
    [InlineData("14 days", "Every day counts, weekends and bank holidays too")]
    [InlineData("2 weeks", "Every day counts, weekends and bank holidays too")]
    public void The_rule_of_each_unit_is_in_words(string budget, string rule) =>
        Assert.Contains(
            rule,
            CalendarExplanation.Of(Shipped, Day("2025-08-31"), Budget.Parse(budget), CountDirection.After).Lines[1],
            StringComparison.Ordinal);

    [Fact]
    public void A_limit_in_months_notes_where_a_month_was_too_short() =>
        Assert.Contains(
            "    6  Sat 28 Feb 2026  no 31 February in this year: the month's last day",
            CalendarExplanation.Of(Shipped, Day("2025-08-31"), Budget.Parse("6 months"), CountDirection.After).Lines);
}
