namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads deadlines: those that span items, and those of an item.</summary>
internal static class DeadlineReader
{
    /// <summary>The deadline under an item's <c>due</c>, or null.</summary>
    public static DeadlineDefinition? OfItem(ReadingContext context, Section item, string id, string title, Standing standing)
    {
        if (item.Optional("due") is not { } part
            || Section.Open(part, $"'due' of '{id}'", DefinitionKeys.Due, context.Problems) is not { } section)
            return null;
        return Read(context, section, id, section.OptionalText("title", 200) ?? title, [id], standing);
    }

    /// <summary>A deadline that spans items, or null where too little of it can be read.</summary>
    public static DeadlineDefinition? Spanning(ReadingContext context, YamlPart part)
    {
        var name = ProblemLog.Shown((part as YamlMap)?.TextOf("id") ?? "");
        if (Section.Open(part, $"deadline '{name}'", DefinitionKeys.Deadline, context.Problems) is not { } section)
            return null;
        section.Required("metBy");
        var metBy = context.Items(section, "metBy");
        foreach (var register in metBy.Where(id => context.Names.Items[id].Kind == "register"))
            context.Problems.Add(section.PlaceOf("metBy"), $"The register '{register}' is never done and meets no deadline.",
                "Name an item that is done.");
        return Read(context, section, section.Text("id", 60), section.Text("title", 200), metBy, default);
    }

    private static DeadlineDefinition? Read(
        ReadingContext context, Section section, string id, string title, IReadOnlyList<string> metBy, Standing standing)
    {
        var due = Due(context, section, standing);
        section.Required("force");
        section.Required("checked");
        var force = section.Word<Force>("force");
        var mark = section.Word<CheckedMark>("checked");
        var extendable = section.Flag("extendable");
        if (extendable == true && force is Force.Statute or Force.Regulation)
        {
            context.Problems.Add(section.PlaceOf("extendable"),
                $"The deadline '{id}' is set by {KebabCase.Of(force.Value)} and cannot be extended.",
                "Remove 'extendable', or correct the force.");
        }
        var cite = section.Text("cite", 300);
        var ladder = context.Known(section, "ladder", "ladder", context.Names.Ladders.Keys,
            "Declare it under 'ladders'.");
        return due is null ? null : new DeadlineDefinition
        {
            Id = id,
            Title = title,
            Due = due,
            MetBy = metBy,
            Force = force ?? Force.Local,
            Cite = cite,
            Checked = mark ?? CheckedMark.Unverified,
            Ladder = ladder,
            Extendable = extendable ?? force == Force.Local,
            Line = section.Map.Place.Line,
        };
    }

    private static Moment? Due(ReadingContext context, Section section, Standing standing)
    {
        if (section.Has("within") && section.Has("atLeast"))
            return AnchorReader.Counted(context, section, "within", "atLeast", "of", "before", standing);
        if (section.Has("within") && section.Has("before"))
        {
            context.Problems.Add(section.PlaceOf("before"), "'within' goes with 'of', not with 'before'.",
                "Write 'within: … of: …' to count forward, 'atLeast: … before: …' to count back.");
        }
        else if (section.Has("atLeast") && section.Has("of"))
        {
            context.Problems.Add(section.PlaceOf("of"), "'atLeast' goes with 'before', not with 'of'.",
                "Write 'atLeast: … before: …' to count back, 'within: … of: …' to count forward.");
        }
        return AnchorReader.Counted(context, section, "within", "atLeast", "of", "before", standing);
    }
}
