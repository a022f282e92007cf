namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads decisions and their outcomes.</summary>
internal static class OutcomeReader
{
    public static DecisionDefinition Decision(ReadingContext context, Section section)
    {
        section.Required("outcomes");
        var outcomes = section.Entries("outcomes").Select(entry => Outcome(context, entry)).OfType<OutcomeDefinition>().ToList();
        var usual = outcomes.Count(outcome => outcome.Usual);
        if (usual != 1 && section.Has("outcomes"))
        {
            context.Problems.Add(section.PlaceOf("outcomes"),
                $"{(usual == 0 ? "No outcome is" : $"{usual} outcomes are")} marked as the usual one.",
                "Write 'usual: true' on exactly one, the outcome that carries the review forward.");
        }
        return new DecisionDefinition { Id = "", Title = "", RationaleRequired = Rationale(context, section), Outcomes = outcomes };
    }

    private static bool Rationale(ReadingContext context, Section section) =>
        context.Known(section, "rationale", "way of giving a rationale", ["required", "optional"], "Write required or optional.") != "optional";

    private static OutcomeDefinition? Outcome(ReadingContext context, YamlEntry entry)
    {
        var name = ProblemLog.Shown(entry.Key);
        if (!Spelling.IsOption(entry.Key))
            context.Problems.Add(entry.Place, $"'{name}' is no name for an outcome.",
                "Write letters, digits and hyphens.");
        if (Section.Open(entry.Value, $"outcome '{name}'", DefinitionKeys.Outcome, context.Problems) is not { } section)
            return null;
        var outcome = new OutcomeDefinition(
            entry.Key,
            section.Text("title", 200),
            section.Flag("usual") ?? false,
            context.Known(section, "go", "stage", context.Names.Stages.Keys, "Declare it under 'stages'; to end the review write 'close: closed'."),
            section.Word<ReviewEnding>("close"),
            context.Items(section, "reopens"),
            context.Bodies(section, "tells"),
            StartReader.Read(context, section));
        if (outcome.Close is not null && (outcome.Go is not null || outcome.Reopens.Count > 0))
            context.Problems.Add(section.PlaceOf("close"), $"The outcome '{name}' ends the review and goes on at once.",
                "Keep 'close', or 'go' and 'reopens'.");
        if (outcome.Usual && outcome.Reopens.Count > 0)
            context.Problems.Add(section.PlaceOf("reopens"), $"The usual outcome '{name}' opens work again.",
                "Mark as usual the outcome that carries the review forward.");
        return outcome;
    }
}
