using Workflows.Process.Calendar;

namespace Workflows.Process.Tests.Calendar;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("15 working days", 15, BudgetUnit.WorkingDays)]
    [InlineData("1 working day", 1, BudgetUnit.WorkingDays)]
    [InlineData("0 working days", 0, BudgetUnit.WorkingDays)]
    [InlineData("14 days", 14, BudgetUnit.Days)]
    [InlineData("1 day", 1, BudgetUnit.Days)]
    [InlineData("2 weeks", 2, BudgetUnit.Weeks)]
    [InlineData("6 months", 6, BudgetUnit.Months)]
    [InlineData("1 year", 1, BudgetUnit.Years)]
    [InlineData("1000 working days", 1000, BudgetUnit.WorkingDays)]
    public void Plain_English_is_read_and_written_alike(string text, int amount, BudgetUnit unit)
    {
        var budget = Budget.Parse(text);

        Assert.Equal(new Budget(amount, unit), budget);
        Assert.Equal(text, budget.ToString());
    }

    [Theory]
    [InlineData("  15   WORKING  Days ", "15 working days")]
    [InlineData("1 months", "1 month")]
    [InlineData("2 month", "2 months")]
    public void Case_spaces_and_the_plural_are_forgiven(string text, string meant) =>
        Assert.Equal(meant, Budget.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("days")]
    [InlineData("fifteen days")]
    [InlineData("15 business days")]
    [InlineData("15 workingdays")]
    [InlineData("15 working weeks")]
    [InlineData("15 days working")]
    [InlineData("-1 days")]
    [InlineData("+1 days")]
    [InlineData("1.5 days")]
    [InlineData("1,000 days")]
    [InlineData("1001 days")]
    [InlineData("101 years")]
    [InlineData("99999999999999 days")]
    [InlineData("P15D")]
    [InlineData("15 working days after")]
    public void What_is_no_time_limit_is_refused_with_what_to_write(string? text)
    {
        Assert.False(Budget.TryParse(text, out _, out var problem));
        Assert.Contains("\"15 working days\"", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_over_its_limit_is_named_with_the_limit()
    {
        Assert.False(Budget.TryParse("101 years", out _, out var problem));
        Assert.Contains("0 to 100", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_any_length_is_answered_without_being_echoed()
    {
        Assert.False(Budget.TryParse(new string('9', 1_000_000) + " days", out _, out var problem));
        Assert.True(problem.Length < 300);
    }

    [Theory]
    [InlineData(-1, BudgetUnit.Days)]
    [InlineData(1001, BudgetUnit.WorkingDays)]
    [InlineData(101, BudgetUnit.Years)]
    [InlineData(1, (BudgetUnit)9)]
    public void A_limit_outside_its_range_cannot_be_made(int amount, BudgetUnit unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Budget(amount, unit));
}
