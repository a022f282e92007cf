using System.Text;

namespace Workflows.Process.Calendar;

/// <summary>
/// Official bank holidays of England and Wales, read from JSON in the shape of the public feed at
/// https://www.gov.uk/bank-holidays.json: <c>{"england-and-wales": {"division": "england-and-wales", "events":
/// [{"title", "date", "notes", "bunting"}]}}</c>. A file with a hole in it is refused, because its holes would be
/// counted as working days without a word.
/// </summary>
public sealed class BankHolidayFile
{
    /// <summary>The largest size of the text, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>The largest number of events.</summary>
    public const int MaximumEvents = 2000;

    private static readonly Lazy<BankHolidayFile> ShippedFile = new(ReadShipped);

    internal BankHolidayFile(
        string source,
        IReadOnlyList<BankHoliday> days,
        DateOnly from,
        DateOnly until,
        IReadOnlyList<CalendarProblem> warnings)
    {
        Source = source;
        Days = days;
        OfficialFrom = from;
        OfficialUntil = until;
        Warnings = warnings;
    }

    /// <summary>The file that ships with the program: the official days of 2019 to 2028.</summary>
    public static BankHolidayFile Shipped => ShippedFile.Value;

    /// <summary>Where the days come from, in words for a reader.</summary>
    public string Source { get; }

    /// <summary>The days as the file gives them, in order of date.</summary>
    public IReadOnlyList<BankHoliday> Days { get; }

    /// <summary>
    /// The first day for which the file speaks: 1 January of its first year, or the first day it lists where earlier
    /// bank holidays of that year are missing.
    /// </summary>
    public DateOnly OfficialFrom { get; }

    /// <summary>
    /// The last day for which the file speaks: 31 December of its last year, or the last day it lists where later bank
    /// holidays of that year are missing.
    /// </summary>
    public DateOnly OfficialUntil { get; }

    /// <summary>
    /// What a person should look at although the file is used: a year that is not complete, a day that the computed
    /// rule does not know or misses, a line given twice. At most 50. See <see cref="WarningsAt"/> for its age.
    /// </summary>
    public IReadOnlyList<CalendarProblem> Warnings { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="json">The text, at most <see cref="MaximumBytes"/> and <see cref="MaximumEvents"/>.</param>
    /// <param name="source">Where the text comes from, in words for a reader, such as a file's name.</param>
    /// <returns>The file, or every reason why it is refused. Never an exception for bad text.</returns>
    public static BankHolidayReading Parse(string json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        var problems = new ProblemList();
        var days = BankHolidayReader.Read(json, problems);
        return problems.IsEmpty ? BankHolidayYears.Check(source, days) : new BankHolidayReading(problems.Items);
    }

    /// <summary>Whether the file speaks for a day: its bank holidays are official rather than computed.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True from <see cref="OfficialFrom"/> to <see cref="OfficialUntil"/>.</returns>
    public bool Covers(DateOnly day) => day >= OfficialFrom && day <= OfficialUntil;

    /// <summary>How far ahead the official days reach.</summary>
    /// <param name="today">The day to look from, in London.</param>
    /// <returns>The reach; negative where the official days are over.</returns>
    public CalendarReach ReachFrom(DateOnly today) => new(OfficialUntil, OfficialUntil.DayNumber - today.DayNumber);

    /// <summary>All warnings on a day: first that the file ends soon or has ended, then those of the file.</summary>
    /// <param name="today">The day to look from, in London.</param>
    /// <returns>The warnings; empty where there is nothing to say.</returns>
    public IReadOnlyList<CalendarProblem> WarningsAt(DateOnly today)
    {
        var reach = ReachFrom(today);
        if (reach.State == ReachState.Ample)
            return Warnings;
        var end = PlainDate.Of(OfficialUntil);
        var message = reach.State == ReachState.Ended
            ? $"The official bank holidays ended on {end}, {-reach.DaysAhead} days ago: days since then are computed."
            : $"The official bank holidays end on {end}, {reach.DaysAhead} days from now: later days are computed.";
        return
        [
            new(message, "Fetch https://www.gov.uk/bank-holidays.json and put it in this file's place."),
            .. Warnings,
        ];
    }

    private static BankHolidayFile ReadShipped()
    {
        const string name = "Workflows.Process.Calendar.bank-holidays.json";
        using var stream = typeof(BankHolidayFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var reading = Parse(reader.ReadToEnd(), "gov.uk bank holidays, as shipped with the program");
        return reading.File ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Problems));
    }
}
