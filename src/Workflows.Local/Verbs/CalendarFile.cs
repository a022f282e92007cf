using System.CommandLine;
using Workflows.Process.Calendar;

namespace Workflows.Local.Verbs;

/// <summary>The option that names a file of bank holidays in place of the shipped ones.</summary>
internal static class CalendarFile
{
    /// <summary>Makes the option.</summary>
    public static Option<FileInfo?> Option() => new("--calendar")
    {
        Description = "Bank holidays in the shape of https://www.gov.uk/bank-holidays.json, in place of the shipped ones.",
    };

    /// <summary>Reads the file named, or gives the shipped calendar.</summary>
    /// <param name="file">The file, or null.</param>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static WorkingCalendar Read(FileInfo? file)
    {
        if (file is null)
        {
            return WorkingCalendar.Shipped;
        }

        var reading = BankHolidayFile.Parse(TextFile.Read(file, BankHolidayFile.MaximumBytes), file.Name);
        return reading.IsUsable
            ? WorkingCalendar.Create(reading.File)
            : throw new VerbException(
                ExitCode.Failed,
                $"The calendar file {file.Name} cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}");
    }
}
