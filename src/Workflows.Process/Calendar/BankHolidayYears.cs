namespace Workflows.Process.Calendar;

/// <summary>
/// Looks at the days of a file as whole years: contradictions and holes refuse it, whatever else a person should know
/// becomes a warning.
/// </summary>
internal static class BankHolidayYears
{
    private const int FewestInYear = 8;
    private const int MostInYear = 20;

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

    private static List<BankHoliday> WithoutRepeats(List<BankHoliday> given, ProblemList problems, ProblemList warnings)
    {
        var days = new List<BankHoliday>(given.Count);
        foreach (var day in given.OrderBy(day => day.Date))
        {
            if (days.Count == 0 || days[^1].Date != day.Date)
                days.Add(day);
            else if (days[^1].Name == day.Name)
                warnings.Add($"{PlainDate.Of(day.Date)} is given twice as \"{day.Name}\".", "Remove one; it is counted once.");
            else
                problems.Add(
                    $"{PlainDate.Of(day.Date)} is both \"{days[^1].Name}\" and \"{day.Name}\".", "Keep the one that is right.");
        }
        foreach (var twice in days.GroupBy(day => (day.Date.Year, Name: day.Name.ToUpperInvariant())).Where(group => group.Skip(1).Any()))
        {
            problems.Add(
                $"{twice.Key.Year} has \"{twice.First().Name}\" on {string.Join(" and on ", twice.Select(day => PlainDate.Of(day.Date)))}.",
                "Keep the day that is right.");
        }
        return days;
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
        if (given.Count == 0)
            problems.Add($"{year} has no bank holidays although years before and after it have.", "Add its days.");
        else if (given.Count + filled.Count < FewestInYear)
            problems.Add($"{year} has {given.Count} bank holidays; a year has at least {FewestInYear}. {Missing(computed, given)}", "Add what is missing.");
        else if (given.Count > MostInYear)
            problems.Add($"{year} has {given.Count} bank holidays; more than {MostInYear} cannot be right.", "Keep only the bank holidays.");
        if (filled.Count > 0)
        {
            warnings.Add(
                $"{year} is not complete: the computed rule fills in {Named(filled)}.", "Use a newer file when there is one.");
        }
        foreach (var day in given.ExceptBy(computed.Select(rule => rule.Date), day => day.Date))
        {
            warnings.Add(
                $"{PlainDate.Of(day.Date)}, \"{day.Name}\", is not in the computed rule: a proclaimed or moved day.",
                "Check it against https://www.gov.uk/bank-holidays.");
        }
        foreach (var day in computed.ExceptBy(given.Concat(filled).Select(known => known.Date), day => day.Date))
        {
            warnings.Add(
                $"{PlainDate.Of(day.Date)}, \"{day.Name}\" by the computed rule, is a working day in this file.",
                "Check it against https://www.gov.uk/bank-holidays.");
        }
    }

    private static string Missing(IReadOnlyList<BankHoliday> computed, List<BankHoliday> given) =>
        $"By the rule it would have {Named([.. computed.ExceptBy(given.Select(day => day.Date), day => day.Date)])}.";

    private static string Named(List<BankHoliday> days) =>
        string.Join(", ", days.Select(day => $"{day.Name} on {PlainDate.Of(day.Date)}"));
}
