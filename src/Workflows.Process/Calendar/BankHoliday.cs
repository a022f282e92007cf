namespace Workflows.Process.Calendar;

/// <summary>A bank holiday in England and Wales.</summary>
/// <param name="Date">The day that is not worked, the substitute day where there is one; never a weekend.</param>
/// <param name="Name">Its name for a reader, such as "Good Friday" or "Boxing Day (substitute day)".</param>
public readonly record struct BankHoliday(DateOnly Date, string Name);
