using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Definitions;

/// <summary>What the command <c>check</c> says of files: the lines to print and the exit code.</summary>
/// <param name="Lines">The lines, in the order of the files.</param>
/// <param name="ExitCode">0 where every file can be used, 1 where one cannot, 2 where none was given.</param>
internal sealed record DefinitionCheck(IReadOnlyList<string> Lines, int ExitCode)
{
    /// <summary>Checks files, each by itself and then against each other.</summary>
    /// <param name="files">Names and texts.</param>
    /// <returns>What to print. Nothing is read from or written to anywhere.</returns>
    public static DefinitionCheck Of(IReadOnlyList<(string File, string Text)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0)
            return new DefinitionCheck(["No file was named. Write: check FILE…"], 2);
        var lines = new List<string>();
        var readings = files.Select(file => (file.File, Reading: DefinitionReader.Read(file.Text, file.File))).ToList();
        foreach (var (file, reading) in readings)
        {
            lines.AddRange(reading.Problems.Select(problem => problem.ToString()));
            if (reading.IsUsable)
                lines.AddRange(Summary(file, reading.Definition));
        }
        var usable = readings.Where(pair => pair.Reading.IsUsable)
            .Select(pair => (pair.File, Definition: pair.Reading.Definition!)).ToList();
        var clashes = Clashes(usable).ToList();
        lines.AddRange(clashes);
        var problems = readings.Sum(pair => pair.Reading.Problems.Count) + clashes.Count;
        lines.Add($"{Count(files.Count, "file")}, {(problems == 0 ? "no problem" : Count(problems, "problem"))}.");
        return new DefinitionCheck(lines, problems == 0 ? 0 : 1);
    }

    private static IEnumerable<string> Summary(string file, ProcessDefinition definition)
    {
        var deadlines = definition.AllDeadlines.ToList();
        yield return $"{file}: {definition.Key} \"{definition.Title}\", {Count(definition.Stages.Count, "stage")}, "
            + $"{Count(definition.Items.Count(), "item")}, {Count(deadlines.Count, "deadline")}, hash {definition.Hash}.";
        foreach (var deadline in deadlines.Where(deadline => deadline.Checked != CheckedMark.Primary))
        {
            yield return $"{file}:{deadline.Line}: note: the deadline '{deadline.Id}' is marked {KebabCase.Of(deadline.Checked)}; "
                + $"a person must check it before go-live ({deadline.Cite}).";
        }
    }

    private static IEnumerable<string> Clashes(List<(string File, ProcessDefinition Definition)> usable)
    {
        for (var index = 0; index < usable.Count; index++)
        {
            var (file, definition) = usable[index];
            foreach (var (otherFile, other) in usable.Take(index).Where(other => other.Definition.Id == definition.Id))
            {
                if (other.Version == definition.Version)
                    yield return $"{file}:1: {definition.Key} is in {otherFile} as well. Give one of them another version.";
                else if (Overlap(definition.Effective, other.Effective))
                    yield return $"{file}:1: {definition.Key} and {other.Key} ({otherFile}) apply on the same dates. "
                        + "End one with 'to' before the other begins.";
            }
        }
    }

    private static bool Overlap(EffectiveDates one, EffectiveDates other) =>
        one.By == other.By && !(one.To < other.From) && !(other.To < one.From);

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
