namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads conditions.</summary>
internal static class ConditionReader
{
    private static readonly string[] Statuses = ["open", "done", "skipped", "lapsed"];

    /// <summary>The condition under a key, or null where there is none.</summary>
    public static Condition? Read(ReadingContext context, Section section, string key) =>
        section.Optional(key) is { } part ? Mapping(context, part) : null;

    private static Condition Mapping(ReadingContext context, YamlPart part)
    {
        if (part is not YamlMap { Entries.Count: > 0 } map)
        {
            context.Problems.Add(part.Place, "A condition is no mapping.",
                "Write for example { next-step: commission } or { facts.harm: [died] }.");
            return new AllOf([]);
        }
        var parts = map.Entries.Select(entry => Entry(context, entry)).ToList();
        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private static Condition Entry(ReadingContext context, YamlEntry entry) => entry switch
    {
        { Key: "any", Value: YamlList { Parts.Count: > 0 } list } =>
            new AnyOf([.. list.Parts.Select(part => Mapping(context, part))]),
        { Key: "any" } => Refused(context, entry, "'any' is no list.", "Write a list of conditions: any: [ {…}, {…} ]."),
        { Key: "not" } => new NotThat(Mapping(context, entry.Value)),
        _ => Comparison(context, entry),
    };

    private static Condition Comparison(ReadingContext context, YamlEntry entry)
    {
        var names = context.Names;
        var parts = entry.Key.Split('.');
        switch (parts)
        {
            case ["facts", var name] when names.Facts.TryGetValue(name, out var fact):
                return OfFact(context, entry, fact);
            case ["facts", var name]:
                context.Problems.AddUnknown(entry.Place, "fact", name, names.Facts.Keys,
                    "Ask it at opening or with an item.");
                return new AllOf([]);
            case ["settings", var name] when names.Settings.TryGetValue(name, out var options):
                return OneOf(context, entry, new Subject(SubjectKind.Setting, name), options);
            case ["settings", var name]:
                context.Problems.AddUnknown(entry.Place, "setting", name, names.Settings.Keys,
                    "Declare it under 'settings'.");
                return new AllOf([]);
            case [var name, "status"] when names.Items.ContainsKey(name):
                return OneOf(context, entry, new Subject(SubjectKind.ItemStatus, name), Statuses);
            case [var name] when names.Items.TryGetValue(name, out var item) && item.Kind == "decision":
                var outcomes = item.Map.Find("outcomes")?.Value is YamlMap map ? map.Entries.Select(outcome => outcome.Key) : [];
                return OneOf(context, entry, new Subject(SubjectKind.Outcome, name), [.. outcomes]);
            case [var name] when names.Items.TryGetValue(name, out var item):
                return Refused(context, entry, $"'{name}' is a {item.Kind} and has no outcome.",
                    $"Write '{name}.status: done'.");
            default:
                var decisions = names.Items.Values.Where(item => item.Kind == "decision").Select(item => item.Id);
                context.Problems.AddUnknown(entry.Place, "decision", entry.Key, decisions,
                    "Write a decision, facts.NAME, settings.NAME, ITEM.status, any or not.");
                return new AllOf([]);
        }
    }

    private static Condition OfFact(ReadingContext context, YamlEntry entry, NamedFact fact)
    {
        var subject = new Subject(SubjectKind.Fact, fact.Name);
        if (fact.List)
            return Refused(context, entry, $"The fact '{fact.Name}' is a list and has no single value.",
                "Ask a fact of another type.");
        if (entry.Value is YamlMap && fact.Type != "date")
            return Refused(context, entry, $"The fact '{fact.Name}' is no date.",
                "Write the value, or several in square brackets.");
        if (entry.Value is not YamlMap map)
        {
            IReadOnlyList<string>? options = fact.Type switch { "choice" => fact.Options, "boolean" => ["true", "false"], _ => null };
            return OneOf(context, entry, subject, options, fact.Type);
        }
        if (Section.Open(map, "range of dates", DefinitionKeys.Range, context.Problems) is not { } range)
            return new AllOf([]);
        var (from, to) = (range.Date("from"), range.Date("to"));
        if (from > to || (!range.Has("from") && !range.Has("to")))
            context.Problems.Add(map.Place, "The range of dates holds no day, or every day.",
                "Write 'from', 'to' or both, the earlier date first.");
        return new IsBetween(subject, from, to);
    }

    private static IsOneOf OneOf(ReadingContext context, YamlEntry entry, Subject subject, IReadOnlyList<string>? allowed, string? type = null)
    {
        IReadOnlyList<YamlPart> parts = entry.Value is YamlList list ? list.Parts : [entry.Value];
        if (parts.Count == 0)
            context.Problems.Add(entry.Place, $"'{entry.Key}' is compared with nothing.", "Write a value.");
        var values = new List<string>();
        foreach (var part in parts)
        {
            if (part is not YamlScalar { IsEmpty: false } value)
                context.Problems.Add(part.Place, $"'{entry.Key}' cannot be compared with this.",
                    "Write a value, or several in square brackets.");
            else if (allowed is not null && !allowed.Contains(value.Text))
                context.Problems.AddUnknown(value.Place, $"value of '{entry.Key}' called", value.Text, allowed,
                    $"Write one of: {string.Join(", ", allowed)}.");
            else if (Canonical(value.Text, type) is { } text)
                values.Add(text);
            else
                context.Problems.Add(value.Place, $"'{entry.Key}' is a {type}, which this is not.",
                    "Write a value of that type.");
        }
        return new IsOneOf(subject, values);
    }

    private static string? Canonical(string text, string? type) => type switch
    {
        "number" => CanonicalText.Number(text),
        "date" => CanonicalText.IsDate(text, out _) ? text : null,
        _ => text,
    };

    private static AllOf Refused(ReadingContext context, YamlEntry entry, string what, string remedy)
    {
        context.Problems.Add(entry.Place, what, remedy);
        return new AllOf([]);
    }
}
