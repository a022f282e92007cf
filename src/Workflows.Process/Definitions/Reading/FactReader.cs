namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads what people are asked.</summary>
internal static class FactReader
{
    private const int MostText = 20_000;

    /// <summary>The facts under a key, in the order asked.</summary>
    public static IReadOnlyList<FactDefinition> ReadAll(ReadingContext context, Section owner, string key) =>
    [
        .. owner.Entries(key)
            .Select(entry => (entry.Key, Section: Section.Open(
                entry.Value, $"fact '{ProblemLog.Shown(entry.Key)}'", DefinitionKeys.Fact, context.Problems)))
            .Select(fact => fact.Section is { } section ? Read(context, fact.Key, section) : null)
            .OfType<FactDefinition>(),
    ];

    private static FactDefinition Read(ReadingContext context, string name, Section section)
    {
        section.Required("type");
        var type = section.Word<FactType>("type");
        Only(context, section, type, FactType.Choice, "options");
        Only(context, section, type, FactType.Text, "list", "limit");
        Only(context, section, type, FactType.Date, "notAfter", "notBefore");
        return new FactDefinition
        {
            Name = name,
            Type = type ?? FactType.Text,
            Ask = section.Text("ask", 300),
            Help = section.OptionalText("help", 1000),
            Required = section.Flag("required") ?? true,
            Options = type == FactType.Choice ? Options(context, section) : [],
            List = section.Flag("list") ?? false,
            NotAfter = DateLimit(context, section, name, "notAfter"),
            NotBefore = DateLimit(context, section, name, "notBefore"),
            Limit = section.Number("limit", 1, MostText) ?? 2000,
        };
    }

    private static void Only(ReadingContext context, Section section, FactType? type, FactType right, params string[] keys)
    {
        foreach (var key in keys.Where(key => type is not null && type != right && section.Has(key)))
        {
            context.Problems.Add(section.PlaceOf(key), $"'{key}' belongs to facts of type {KebabCase.Of(right)}.",
                "Remove it, or change the type.");
        }
    }

    private static List<FactOption> Options(ReadingContext context, Section section)
    {
        section.Required("options");
        var options = new List<FactOption>();
        foreach (var entry in section.Entries("options"))
        {
            if (!Spelling.IsOption(entry.Key))
                context.Problems.Add(entry.Place, $"'{ProblemLog.Shown(entry.Key)}' is no name for an option.",
                    "Write letters, digits and hyphens.");
            if (entry.Value is YamlScalar { IsEmpty: false } title && CanonicalText.OneLine(title.Text, 300) is { } line)
                options.Add(new FactOption(entry.Key, line));
            else
                context.Problems.Add(entry.Place, $"The option '{ProblemLog.Shown(entry.Key)}' has no title.",
                    "Write 'name: title', the title in at most 300 characters.");
        }
        if (options.Count is 1)
            context.Problems.Add(section.PlaceOf("options"), "A choice has a single option.",
                "Give two or more, or ask for a boolean.");
        return options;
    }

    private static string? DateLimit(ReadingContext context, Section section, string name, string key)
    {
        var dates = context.Names.Facts.Values.Where(fact => fact.Type == "date" && fact.Name != name).Select(fact => fact.Name);
        return context.Known(section, key, "other date fact", ["today", .. dates],
            "Name another fact of type date, or 'today'.");
    }
}
