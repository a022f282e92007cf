namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads which review an outcome starts, and who is told when a linked one ends.</summary>
internal static class StartReader
{
    private const int MostAnswers = 50;

    /// <summary>What <c>start</c> says: a process, or a mapping with its kind of link and its answers; null where it is not there.</summary>
    public static StartDefinition? Read(ReadingContext context, Section outcome)
    {
        if (outcome.Optional("start") is not { } part)
            return null;
        if (part is not YamlMap)
            return new StartDefinition(Process(context, outcome, "start"), LinkKind.Usual, new Dictionary<string, string>());
        if (Section.Open(part, "started review", DefinitionKeys.Start, context.Problems) is not { } section)
            return null;
        section.Required("process");
        var kinds = LinkKind.All.Select(kind => kind.Id).ToList();
        var link = context.Known(section, "link", "kind of link", kinds, $"Write one of: {string.Join(", ", kinds)}.");
        return new StartDefinition(Process(context, section, "process"), link ?? LinkKind.Usual, Answers(context, section));
    }

    /// <summary>Who is told when a linked review has ended, or null.</summary>
    public static LinkedEndingDefinition? Ending(ReadingContext context, Section root)
    {
        if (root.Optional("linkedEnding") is not { } part
            || Section.Open(part, "linked ending", DefinitionKeys.LinkedEnding, context.Problems) is not { } section)
            return null;
        section.Required("tells");
        return new LinkedEndingDefinition(context.Recipients(section, "tells", orResponsible: false), section.Text("says", 1000));
    }

    private static string Process(ReadingContext context, Section section, string key)
    {
        var process = section.OptionalText(key, 60);
        if (process is not null && !Spelling.IsIdentifier(process))
            context.Problems.Add(section.PlaceOf(key), $"'{ProblemLog.Shown(process)}' is no identifier of a process.",
                "Write it without a version, such as national-review.");
        return process ?? "";
    }

    private static Dictionary<string, string> Answers(ReadingContext context, Section section)
    {
        var answers = new Dictionary<string, string>();
        foreach (var entry in section.Entries("with").Take(MostAnswers))
        {
            if (entry.Value is not YamlScalar { IsEmpty: false } answer || !Spelling.IsName(entry.Key) || answer.Text.Length > 200)
            {
                context.Problems.Add(entry.Place, $"'{ProblemLog.Shown(entry.Key)}' is no answer for the started review.",
                    "Write 'name: answer', the answer in at most 200 characters: decided, facts.name, or the answer itself.");
                continue;
            }

            if (answer.Text.StartsWith(StartDefinition.FactPrefix, StringComparison.Ordinal)
                && !context.Names.Facts.ContainsKey(answer.Text[StartDefinition.FactPrefix.Length..]))
                context.Problems.AddUnknown(entry.Place, "fact", answer.Text[StartDefinition.FactPrefix.Length..], context.Names.Facts.Keys,
                    "Name a fact that this process asks.");
            answers[entry.Key] = answer.Text;
        }

        return answers;
    }
}
