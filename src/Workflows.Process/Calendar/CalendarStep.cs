namespace Workflows.Process.Calendar;

/// <summary>Steps in days, weeks, months and years, which no bank holiday changes.</summary>
internal static class CalendarStep
{
    /// <summary>The day a signed number of units away; months and years are clamped to the month's end.</summary>
    public static DateOnly From(DateOnly day, int amount, BudgetUnit unit) => unit switch
    {
        BudgetUnit.Days => day.AddDays(amount),
        BudgetUnit.Weeks => day.AddDays(7 * amount),
        BudgetUnit.Months => day.AddMonths(amount),
        BudgetUnit.Years => day.AddYears(amount),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Working days are counted, not stepped."),
    };
}
