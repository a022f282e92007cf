using Workflows.Reviews.Importing;

namespace Workflows.Local.Verbs;

/// <summary>Prints what bringing in a file came to: every problem by line and column, then the count.</summary>
internal static class ImportText
{
    public static void Write(TextWriter output, string file, ImportReport report)
    {
        foreach (var problem in report.Problems)
        {
            output.WriteLine($"{file}:{problem}");
        }

        foreach (var line in report.Lines.Where(line => line.Outcome is ImportOutcome.Good or ImportOutcome.Recorded or ImportOutcome.Unchanged))
        {
            output.WriteLine($"{file}:{line.Line}: {line.Reference}: {Told(line.Outcome)}, {line.State} in {line.Stage}{Late(line)}");
        }

        output.WriteLine(Sum(report));
    }

    private static string Told(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Good => "can be recorded",
        ImportOutcome.Recorded => "recorded",
        _ => "recorded before",
    };

    private static string Late(ImportedLine line) =>
        (line.Late == 0 ? string.Empty : $", {line.Late} limits missed") + (line.NextDueOn is { } due ? $", next due {due:yyyy-MM-dd}" : string.Empty);

    private static string Sum(ImportReport report)
    {
        var faulty = report.Count(ImportOutcome.Faulty);
        var sum = $"{report.Rows} lines: {report.Count(ImportOutcome.Recorded)} recorded, {report.Count(ImportOutcome.Unchanged)} recorded before, "
            + $"{report.Count(ImportOutcome.Good)} that can be recorded, {faulty} with problems.";
        return report.DryRun ? sum + " This was a dry run: nothing was recorded."
            : report.Problems.Count > 0 && report.Count(ImportOutcome.Recorded) == 0
                ? sum + " Nothing was recorded. Correct the lines, or add --good-rows to record the others." : sum;
    }
}
