using System.CommandLine;
using System.Globalization;
using Workflows.Process.Calendar;

namespace Workflows.Local.Verbs;

/// <summary>Working days by hand: a count, day by day, or a year's bank holidays.</summary>
internal static class CalendarVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var date = new Argument<string?>("date")
        {
            Description = "The day counted from, as 2026-01-05.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var budget = new Argument<string?>("limit")
        {
            Description = "The time limit, such as \"5 working days\" or \"6 months\".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var before = new Option<bool>("--before") { Description = "Count back from the day: no later than the limit before it." };
        var year = new Option<int?>("--year") { Description = "List the bank holidays of a year instead." };
        var file = CalendarFile.Option();
        var verb = new Command("calendar", "Counts a time limit day by day, so that it can be checked by hand.")
        {
            date, budget, before, year, file,
        };
        verb.SetAction(parsed =>
        {
            var calendar = CalendarFile.Read(parsed.GetValue(file));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(year) is { } listed)
            {
                BankHolidays(calendar, listed, output);
                return ExitCode.Done;
            }

            var direction = parsed.GetValue(before) ? CountDirection.Before : CountDirection.After;
            output.Write(CalendarExplanation.Of(calendar, Day(parsed.GetValue(date)), Limit(parsed.GetValue(budget)), direction));
            return ExitCode.Done;
        });
        return verb;
    }

    private static DateOnly Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new VerbException(ExitCode.Usage, "Give the day to count from as 2026-01-05, then the limit as \"5 working days\".");

    private static Budget Limit(string? text) =>
        Budget.TryParse(text, out var budget, out var problem) ? budget : throw new VerbException(ExitCode.Usage, problem);

    private static void BankHolidays(WorkingCalendar calendar, int year, TextWriter output)
    {
        if (year < WorkingCalendar.FirstDay.Year || year > WorkingCalendar.LastDay.Year)
        {
            throw new VerbException(
                ExitCode.Usage, $"The calendar holds the years {WorkingCalendar.FirstDay.Year} to {WorkingCalendar.LastDay.Year}.");
        }

        output.WriteLine($"Bank holidays in England and Wales, {year}");
        output.WriteLine($"Calendar {calendar.Version}; {calendar.Official.Source}.");
        output.WriteLine();
        var days = 0;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            days += calendar.IsWorkingDay(day) ? 1 : 0;
            if (calendar.HolidayName(day) is { } name)
            {
                var mark = calendar.Official.Covers(day) ? string.Empty : " (computed)";
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {day:ddd} {day.Day,2} {day:MMM yyyy}  {name}{mark}"));
            }
        }

        output.WriteLine();
        output.WriteLine($"{days} working days in the year.");
    }
}
