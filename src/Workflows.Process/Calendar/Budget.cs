using System.Globalization;
using System.Runtime.InteropServices;

namespace Workflows.Process.Calendar;

/// <summary>
/// A time limit as the rules state it: an amount of a unit, such as "15 working days". It is no date until it is
/// counted, from an anchor by <see cref="WorkingCalendar.After"/> or back by <see cref="WorkingCalendar.Before"/>.
/// </summary>
/// <remarks>The default value is "0 working days", which counts to the anchor itself.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Budget
{
    /// <summary>The largest amount of days, working days, weeks or months.</summary>
    public const int MaximumAmount = 1000;

    /// <summary>The largest amount of years.</summary>
    public const int MaximumYears = 100;

    private const string Form =
        "write a whole number and a unit: \"15 working days\", \"14 days\", \"2 weeks\", \"6 months\" or \"1 year\"";

    /// <summary>Makes a time limit.</summary>
    /// <param name="amount">How many: 0 to <see cref="MaximumAmount"/>, years to <see cref="MaximumYears"/>.</param>
    /// <param name="unit">What is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its limits or the unit unknown.</exception>
    public Budget(int amount, BudgetUnit unit)
    {
        if (!Enum.IsDefined(unit))
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit that a time limit is counted in.");
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MaximumOf(unit));
        Amount = amount;
        Unit = unit;
    }

    /// <summary>How many units; 0 or more.</summary>
    public int Amount { get; }

    /// <summary>What is counted.</summary>
    public BudgetUnit Unit { get; }

    /// <summary>A limit in working days.</summary>
    /// <param name="amount">0 to <see cref="MaximumAmount"/>.</param>
    /// <returns>The limit.</returns>
    public static Budget WorkingDays(int amount) => new(amount, BudgetUnit.WorkingDays);

    /// <summary>Reads plain English: "1 working day", "6 months". Case and extra spaces do not matter.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="FormatException">The text is no time limit; the message says what to write.</exception>
    public static Budget Parse(string text) =>
        TryParse(text, out var budget, out var problem) ? budget : throw new FormatException(problem);

    /// <summary>Reads plain English: "1 working day", "6 months". Case and extra spaces do not matter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="budget">The limit, when the answer is true.</param>
    /// <returns>Whether the text is a time limit.</returns>
    public static bool TryParse(string? text, out Budget budget) => TryParse(text, out budget, out _);

    /// <summary>Reads plain English and says what is wrong where it cannot.</summary>
    /// <param name="text">The text.</param>
    /// <param name="budget">The limit, when the answer is true.</param>
    /// <param name="problem">What is wrong and what to write instead; empty when the answer is true.</param>
    /// <returns>Whether the text is a time limit.</returns>
    public static bool TryParse(string? text, out Budget budget, out string problem)
    {
        budget = default;
        var words = text is { Length: <= 100 } ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        if (words.Length < 2 || UnitOf(words.AsSpan(1)) is not { } unit)
        {
            problem = $"Not a time limit; {Form}.";
            return false;
        }
        if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount > MaximumOf(unit))
        {
            problem = $"Not an amount from 0 to {MaximumOf(unit)}; {Form}.";
            return false;
        }
        budget = new Budget(amount, unit);
        problem = "";
        return true;
    }

    /// <summary>The limit in plain English; <see cref="Parse"/> reads it back to the same value.</summary>
    /// <returns>For example "15 working days", "1 month".</returns>
    public override string ToString()
    {
        var name = Unit switch
        {
            BudgetUnit.WorkingDays => "working day",
            BudgetUnit.Days => "day",
            BudgetUnit.Weeks => "week",
            BudgetUnit.Months => "month",
            _ => "year",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Amount} {name}{(Amount == 1 ? "" : "s")}");
    }

    private static int MaximumOf(BudgetUnit unit) => unit == BudgetUnit.Years ? MaximumYears : MaximumAmount;

    private static BudgetUnit? UnitOf(ReadOnlySpan<string> words) =>
        string.Join(' ', words!).ToUpperInvariant() switch
        {
            "WORKING DAY" or "WORKING DAYS" => BudgetUnit.WorkingDays,
            "DAY" or "DAYS" => BudgetUnit.Days,
            "WEEK" or "WEEKS" => BudgetUnit.Weeks,
            "MONTH" or "MONTHS" => BudgetUnit.Months,
            "YEAR" or "YEARS" => BudgetUnit.Years,
            _ => null,
        };
}
