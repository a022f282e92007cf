using System.Globalization;

namespace Workflows.Local.Simulation;

/// <summary>Prints a timeline for a person.</summary>
internal static class TimelineText
{
    private const string Indent = "                             ";

    /// <summary>Prints it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="lines">The lines.</param>
    public static void Write(TextWriter output, IReadOnlyList<TimelineLine> lines)
    {
        var (day, shown) = (DateOnly.MinValue, true);
        foreach (var line in lines)
        {
            if (line.Kind == "stage")
            {
                output.WriteLine();
                output.WriteLine(line.What);
                shown = false;
                continue;
            }

            var isNew = line.Date != day || !shown;
            (day, shown) = (line.Date, true);
            var start = isNew
                ? string.Create(CultureInfo.InvariantCulture, $"  {line.Date:ddd} {line.Date.Day,2} {line.Date:MMM yyyy}  day {line.WorkingDay,4}  ")
                : Indent;
            output.WriteLine($"{start}{What(line)}");
            if (line.Rule is { } rule)
            {
                output.WriteLine($"{Indent}  Rule: {rule}");
            }
        }
    }

    private static string What(TimelineLine line)
    {
        var due = line.DueOn is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:ddd d MMM yyyy}") : string.Empty;
        return line.Kind switch
        {
            "letter" => $"Letter to {line.Who}: {line.What}",
            "deadline" when line.DueOn is null => line.What,
            "deadline" when line.Late => $"LATE, was due on {due}: {line.What}",
            "deadline" => $"In time, due on {due}: {line.What}",
            _ when line.Who is { } who => $"{line.What} ({who})",
            _ => line.What,
        };
    }
}
