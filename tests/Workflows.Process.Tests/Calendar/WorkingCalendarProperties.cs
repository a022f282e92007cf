using FsCheck;
using FsCheck.Fluent;
using Workflows.Process.Calendar;
using static Workflows.Process.Tests.Calendar.Days;

namespace Workflows.Process.Tests.Calendar;

/// <summary>What holds of every day and every limit; a failure prints the case and the seed that finds it again.</summary>
public sealed class WorkingCalendarProperties
{
    private static readonly int First = WorkingCalendar.FirstDay.AddYears(5).DayNumber;
    private static readonly int Last = WorkingCalendar.LastDay.AddYears(-5).DayNumber;

    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(First, Last).Select(DateOnly.FromDayNumber);
    private static readonly Gen<DateOnly> WorkingDay = AnyDay.Where(Shipped.IsWorkingDay);
    private static readonly Gen<Budget> SomeWorkingDays = Gen.Choose(1, 1000).Select(Budget.WorkingDays);

    private static readonly Gen<Budget> AnyBudget =
        from unit in Gen.Elements(Enum.GetValues<BudgetUnit>())
        from amount in Gen.Choose(0, unit switch { BudgetUnit.Years => 4, BudgetUnit.Months => 48, _ => 200 })
        select new Budget(amount, unit);

    private static readonly Gen<CountDirection> AnyDirection = Gen.Elements(Enum.GetValues<CountDirection>());

    [Fact]
    public void Counting_back_inverts_counting_forward_from_a_working_day() =>
        Holds(WorkingDay, SomeWorkingDays, (day, limit) =>
            Shipped.Before(Shipped.After(day, limit), limit) == day
            && Shipped.After(Shipped.Before(day, limit), limit) == day);

    [Fact]
    public void A_limit_in_working_days_never_ends_on_a_day_that_is_not_worked() =>
        Holds(AnyDay, SomeWorkingDays, (day, limit) =>
            Shipped.IsWorkingDay(Shipped.After(day, limit)) && Shipped.IsWorkingDay(Shipped.Before(day, limit)));

    [Fact]
    public void As_many_working_days_lie_between_the_anchor_and_the_due_day_as_the_limit_says() =>
        Holds(AnyDay, SomeWorkingDays, (day, limit) =>
            Shipped.WorkingDaysBetween(day, Shipped.After(day, limit)) == limit.Amount);

    [Fact]
    public void The_quick_count_is_the_one_a_person_makes_day_by_day() =>
        Holds(AnyDay, AnyBudget, AnyDirection, (day, limit, direction) =>
            Shipped.Count(day, limit, direction)[^1].Date
            == (direction == CountDirection.After ? Shipped.After(day, limit) : Shipped.Before(day, limit)));

    [Fact]
    public void A_later_anchor_is_never_due_earlier() =>
        Holds(AnyDay, AnyBudget, AnyDirection, (day, limit, direction) => direction == CountDirection.After
            ? Shipped.After(day.AddDays(1), limit) >= Shipped.After(day, limit)
            : Shipped.Before(day.AddDays(1), limit) >= Shipped.Before(day, limit));

    [Fact]
    public void A_longer_limit_is_always_due_later() =>
        Holds(AnyDay, AnyBudget, AnyDirection, (day, limit, direction) =>
        {
            var longer = new Budget(limit.Amount + 1, limit.Unit);
            return direction == CountDirection.After
                ? Shipped.After(day, longer) > Shipped.After(day, limit)
                : Shipped.Before(day, longer) < Shipped.Before(day, limit);
        });

    [Fact]
    public void Working_days_can_be_counted_in_two_parts() =>
        Holds(AnyDay, SomeWorkingDays, (day, limit) =>
            Shipped.After(Shipped.After(day, limit), Budget.WorkingDays(3))
            == Shipped.After(Shipped.After(day, Budget.WorkingDays(3)), limit));

    [Fact]
    public void Months_end_in_the_month_they_should_and_on_the_same_day_or_the_last() =>
        Holds(AnyDay, Gen.Choose(0, 48).Select(amount => new Budget(amount, BudgetUnit.Months)), (day, limit) =>
        {
            var due = Shipped.After(day, limit);
            return (due.Year * 12) + due.Month == (day.Year * 12) + day.Month + limit.Amount
                && due.Day == Math.Min(day.Day, DateTime.DaysInMonth(due.Year, due.Month));
        });

    [Fact]
    public void Every_limit_is_read_back_as_it_is_written() =>
        Prop.ForAll(AnyBudget.ToArbitrary(), limit => Budget.Parse(limit.ToString()) == limit).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll<string>(text =>
        {
            var json = text ?? "";
            return BankHolidayFile.Parse(json, "test").Problems.Count > 0 && !Budget.TryParse(json, out _);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_with_one_character_changed_or_cut_off_there_is_either_used_or_refused_with_a_reason()
    {
        var json = new FeedText().Years(2025, 2027).Json();
        var damage = from at in Gen.Choose(0, json.Length - 1)
                     from with in Gen.Elements("", "0", "9", "\"", "}", "\\", "\0", "x")
                     from isCut in Gen.Elements(true, false)
                     select json[..at] + with + (isCut ? "" : json[(at + 1)..]);
        Prop.ForAll(damage.ToArbitrary(), text =>
        {
            var reading = BankHolidayFile.Parse(text, "test");
            return reading.IsUsable == (reading.Problems.Count == 0);
        }).QuickCheckThrowOnFailure();
    }

    private static void Holds(Gen<DateOnly> days, Gen<Budget> limits, Func<DateOnly, Budget, bool> law) =>
        Prop.ForAll(days.ToArbitrary(), limits.ToArbitrary(), law).QuickCheckThrowOnFailure();

    private static void Holds(
        Gen<DateOnly> days, Gen<Budget> limits, Gen<CountDirection> ways, Func<DateOnly, Budget, CountDirection, bool> law) =>
        Prop.ForAll(days.ToArbitrary(), limits.ToArbitrary(), ways.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
