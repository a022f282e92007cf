using Workflows.Process.Calendar;

namespace Workflows.Process.Tests.Calendar;

/// <summary>Files that would be counted wrongly without a word, and are refused instead.</summary>
public sealed class BankHolidayFileRefusedTests
{
    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("2026-01-01\n2026-04-03", "not JSON")]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]", "not JSON")]
    [InlineData("""{"england-and-wales": {}, "england-and-wales": {}}""", "not JSON")]
    [InlineData("""["2026-01-01"]""", "bare list")]
    [InlineData("null", "no \"england-and-wales\"")]
    [InlineData("\"2026-01-01\"", "no \"england-and-wales\"")]
    [InlineData("""{"scotland": {"division": "scotland", "events": []}}""", "no \"england-and-wales\"")]
    [InlineData("""{"england-and-wales": ["2026-01-01"]}""", "does not say \"division\"")]
    [InlineData("""{"england-and-wales": {"division": "scotland", "events": []}}""", "does not say \"division\"")]
    [InlineData("""{"england-and-wales": {"division": "england-and-wales"}}""", "no list of \"events\"")]
    [InlineData("""{"england-and-wales": {"division": "england-and-wales", "events": {}}}""", "no list of \"events\"")]
    [InlineData("""{"england-and-wales": {"division": "england-and-wales", "events": []}}""", "0 entries")]
    [InlineData("""{"england-and-wales": {"division": "england-and-wales", "events": ["2026-01-01"]}}""", "events[0] is not an object")]
    [InlineData("""{"england-and-wales": {"division": "england-and-wales", "events": [{"title": "\ud800", "date": "2026-01-01"}]}}""", "not text")]
    [InlineData("""{"\ud800": 1}""", "not text")]
    public void A_text_without_the_feeds_shape_is_refused_and_the_shape_is_told(string json, string message)
    {
        var reading = BankHolidayFile.Parse(json, "test");

        Assert.False(reading.IsUsable);
        Assert.Contains(message, reading.Problems[0].Message, StringComparison.Ordinal);
        Assert.NotEqual("", reading.Problems[0].Remedy);
    }

    [Theory]
    [InlineData("2026-13-01", "is not a date")]
    [InlineData("2026-02-29", "is not a date")]
    [InlineData("01/01/2026", "is not a date")]
    [InlineData("2026-1-1", "is not a date")]
    [InlineData("2026-06-08T00:00:00", "is not a date")]
    [InlineData("2026-06-06", "Sat 6 Jun 2026, a weekend")]
    [InlineData("2026-06-07", "Sun 7 Jun 2026, a weekend")]
    [InlineData("1999-12-31", "outside the years 2000 to 2110")]
    [InlineData("2111-01-01", "outside the years 2000 to 2110")]
    public void A_day_that_cannot_be_right_is_named_by_its_place(string date, string message)
    {
        var reading = new FeedText().Years(2026, 2026).With(date, "Bank holiday").Parse();

        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith("events[8].date", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\u202eb")]
    public void A_name_that_cannot_be_printed_is_refused(string title) =>
        Assert.Contains("events[8].title", Refusal(new FeedText().Years(2026, 2026).With("2026-06-12", title)), StringComparison.Ordinal);

    [Fact]
    public void A_name_longer_than_a_line_is_refused() =>
        Assert.Contains(
            "events[8].title", Refusal(new FeedText().Years(2026, 2026).With("2026-06-12", new string('x', 201))), StringComparison.Ordinal);

    [Fact]
    public void One_day_with_two_names_is_a_contradiction() =>
        Assert.Contains(
            "Mon 25 May 2026 is both",
            Refusal(new FeedText().Years(2026, 2026).With("2026-05-25", "Another holiday")),
            StringComparison.Ordinal);

    [Fact]
    public void One_holiday_on_two_days_of_a_year_is_a_contradiction() =>
        Assert.Contains(
            "2026 has \"Good Friday\" on Thu 2 Apr 2026 and on Fri 3 Apr 2026",
            Refusal(new FeedText().Years(2026, 2026).With("2026-04-02", "Good Friday")),
            StringComparison.Ordinal);

    [Fact]
    public void A_year_in_the_middle_with_a_day_missing_is_refused_and_the_day_is_named()
    {
        var reading = new FeedText().Years(2024, 2026).Without("2025-08-25").Parse();

        var problem = Assert.Single(reading.Problems);
        Assert.Contains("2025 has 7 bank holidays", problem.Message, StringComparison.Ordinal);
        Assert.Contains("\"Summer bank holiday\" on Mon 25 Aug 2025", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_missing_in_the_middle_is_refused() =>
        Assert.Contains(
            "2025 has no bank holidays",
            Refusal(new FeedText().Years(2024, 2024).Years(2026, 2026)),
            StringComparison.Ordinal);

    [Fact]
    public void A_last_year_with_a_hole_is_not_taken_for_one_that_is_merely_cut_short() =>
        Assert.Contains(
            "2026 has 7 bank holidays", Refusal(new FeedText().Years(2025, 2026).Without("2026-04-03")), StringComparison.Ordinal);

    [Fact]
    public void A_year_of_holidays_is_refused()
    {
        var text = new FeedText().Years(2026, 2026);
        for (var day = 1; day <= 13; day++)
            text.With(new DateOnly(2026, 6, 2).AddDays(7 * day).ToString("yyyy-MM-dd"), $"Day off {day}");

        Assert.Contains("more than 20", Refusal(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_a_megabyte_is_refused_before_it_is_read() =>
        Assert.Contains(
            "larger than 1048576 bytes",
            BankHolidayFile.Parse(new string('[', BankHolidayFile.MaximumBytes + 1), "test").Problems[0].Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_of_more_than_two_thousand_events_is_refused()
    {
        var text = new FeedText();
        for (var count = 0; count <= BankHolidayFile.MaximumEvents; count++)
            text.With("2026-01-01", "New Year's Day");

        Assert.Contains("2001 entries", Refusal(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_full_of_faults_is_answered_with_no_more_than_fifty_of_them()
    {
        var text = new FeedText();
        for (var count = 0; count < 1000; count++)
            text.With("never", "");

        Assert.Equal(50, text.Parse().Problems.Count);
    }

    private static string Refusal(FeedText text)
    {
        var reading = text.Parse();
        Assert.False(reading.IsUsable);
        return reading.Problems[0].Message;
    }
}
