namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads stages and the items in them and alongside.</summary>
internal static class StageReader
{
    /// <summary>Word under <c>then</c> for the end of the review.</summary>
    private const string Closed = "closed";

    public static IReadOnlyList<StageDefinition> ReadAll(ReadingContext context, Section root)
    {
        var stages = new List<StageDefinition>();
        var parts = root.List("stages").ToList();
        if (root.Has("stages") && parts.Count == 0)
            context.Problems.Add(root.PlaceOf("stages"), "There is no stage.", "Write at least one, with its items.");
        for (var index = 0; index < parts.Count; index++)
        {
            var id = (parts[index] as YamlMap)?.TextOf("id") ?? "";
            var next = (parts.ElementAtOrDefault(index + 1) as YamlMap)?.TextOf("id");
            if (Section.Open(parts[index], $"stage '{ProblemLog.Shown(id)}'", DefinitionKeys.Stage, context.Problems) is { } section)
                stages.Add(Read(context, section, next));
        }
        return stages;
    }

    public static IReadOnlyList<ItemDefinition> Items(ReadingContext context, Section owner, string key, string? stage) =>
        [.. owner.List(key).Select(part => ItemReader.Read(context, part, stage)).OfType<ItemDefinition>()];

    private static StageDefinition Read(ReadingContext context, Section section, string? next)
    {
        var id = section.Text("id", 60);
        section.Required("items");
        var items = Items(context, section, "items", id);
        if (section.Has("items") && items.Count == 0)
            context.Problems.Add(section.PlaceOf("items"), $"The stage '{ProblemLog.Shown(id)}' has no item.",
                "Write at least one, or remove the stage.");
        var then = section.Has("then")
            ? context.Known(section, "then", "stage", [.. context.Names.Stages.Keys, Closed], "Name a stage, or 'closed' to end the review.")
            : next;
        return new StageDefinition(id, section.Text("title", 200), items, then == Closed ? null : then);
    }
}
