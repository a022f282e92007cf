namespace Workflows.Process.Calendar;

/// <summary>Something wrong, or worth a look, in a bank holiday file.</summary>
/// <param name="Message">What was found and where, in one sentence.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CalendarProblem(string Message, string Remedy)
{
    /// <summary>Both sentences on one line.</summary>
    /// <returns>The message and the remedy.</returns>
    public override string ToString() => $"{Message} {Remedy}";
}
