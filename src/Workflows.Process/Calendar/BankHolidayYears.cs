namespace Workflows.Process.Calendar;

/// <summary>
/// Looks at the days of a file as whole years: contradictions and holes refuse it, whatever else a person should know
/// becomes a warning.
/// </summary>
internal static class BankHolidayYears
{
    private const int FewestInYear = 8;
    private const int MostInYear = 20;
    private const string Look = "Check it against https://www.gov.uk/bank-holidays.";

    public static BankHolidayReading Check(string source, List<BankHoliday> given)
    {
        var problems = new ProblemList();
        var warnings = new ProblemList();
        var days = WithoutRepeats(given, problems, warnings);
        var from = Start(days[0].Date);
        var until = End(days[^1].Date);
        for (var year = from.Year; year <= until.Year; year++)
            CheckYear(year, days, from, until, problems, warnings);
        return problems.IsEmpty
            ? new BankHolidayReading(new BankHolidayFile(source, days, from, until, warnings.Items))
            : new BankHolidayReading(problems.Items);
    }

    private static List<BankHoliday> WithoutRepeats(
        List<BankHoliday> given, ProblemList problems, ProblemList warnings)
    {
        var days = new List<BankHoliday>(given.Count);
        foreach (var day in given.OrderBy(day => day.Date))
        {
            var date = PlainDate.Of(day.Date);
            if (days.Count == 0 || days[^1].Date != day.Date)
                days.Add(day);
            else if (days[^1].Name == day.Name)
                warnings.Add($"{date} is given twice as \"{day.Name}\".", "Remove one; it is counted once.");
            else
                problems.Add($"{date} is both \"{days[^1].Name}\" and \"{day.Name}\".", "Keep the one that is right.");
        }
        RefuseOneNameTwiceAYear(days, problems);
        return days;
    }

    private static void RefuseOneNameTwiceAYear(List<BankHoliday> days, ProblemList problems)
    {
        foreach (var named in days.GroupBy(day => (day.Date.Year, Name: day.Name.ToUpperInvariant())))
        {
            if (!named.Skip(1).Any())
                continue;
            var dates = string.Join(" and on ", named.Select(day => PlainDate.Of(day.Date)));
            problems.Add($"{named.Key.Year} has \"{named.First().Name}\" on {dates}.", "Keep the day that is right.");
        }
    }

    /// <summary>A first year cut at its beginning is official from the first day it lists.</summary>
    private static DateOnly Start(DateOnly first) =>
        ComputedBankHolidays.ForYear(first.Year)[0].Date < first ? first : new DateOnly(first.Year, 1, 1);

    /// <summary>A last year cut at its end is official to the last day it lists.</summary>
    private static DateOnly End(DateOnly last) =>
        ComputedBankHolidays.ForYear(last.Year)[^1].Date > last ? last : new DateOnly(last.Year, 12, 31);

    private static void CheckYear(
        int year, List<BankHoliday> days, DateOnly from, DateOnly until, ProblemList problems, ProblemList warnings)
    {
        var given = days.Where(day => day.Date.Year == year).ToList();
        var computed = ComputedBankHolidays.ForYear(year);
        var filled = computed.Where(day => day.Date < from || day.Date > until).ToList();
        var missing = computed.ExceptBy(given.Concat(filled).Select(day => day.Date), day => day.Date).ToList();
        if (given.Count == 0)
            problems.Add($"{year} has no bank holidays although years before and after it have.", "Add its days.");
        else if (given.Count + filled.Count < FewestInYear)
            problems.Add($"{year} has {given.Count} bank holidays, not the {FewestInYear} or more that a year has.",
                $"Add what is missing: by the rule {Named(missing)}.");
        else if (given.Count > MostInYear)
            problems.Add($"{year} has {given.Count} bank holidays, more than {MostInYear}.", "Remove other days.");
        if (filled.Count > 0)
            warnings.Add($"{year} is not complete: the computed rule fills in {Named(filled)}.", "Use a newer file.");
        foreach (var day in given.ExceptBy(computed.Select(rule => rule.Date), day => day.Date))
            warnings.Add($"{Named([day])} is not in the computed rule: a proclaimed or moved day.", Look);
        foreach (var day in missing)
            warnings.Add($"{Named([day])} by the computed rule is a working day in this file.", Look);
    }

    private static string Named(List<BankHoliday> days) =>
        string.Join(", ", days.Select(day => $"\"{day.Name}\" on {PlainDate.Of(day.Date)}"));
}
