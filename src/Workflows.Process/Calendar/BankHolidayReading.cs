using System.Diagnostics.CodeAnalysis;

namespace Workflows.Process.Calendar;

/// <summary>What came of reading a bank holiday file: either the file or the reasons why it was refused.</summary>
public sealed class BankHolidayReading
{
    internal BankHolidayReading(BankHolidayFile file) => File = file;

    internal BankHolidayReading(IReadOnlyList<CalendarProblem> problems) => Problems = problems;

    /// <summary>The file, when it can be used; see its <see cref="BankHolidayFile.Warnings"/> then.</summary>
    public BankHolidayFile? File { get; }

    /// <summary>Why the file was refused, at most 50 reasons; empty when it can be used.</summary>
    public IReadOnlyList<CalendarProblem> Problems { get; } = [];

    /// <summary>Whether the file can be used.</summary>
    [MemberNotNullWhen(true, nameof(File))]
    public bool IsUsable => File is not null;
}
