namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads what stands at the top of the file: dates, who acts, settings, withdrawal.</summary>
internal static class HeadReader
{
    public static EffectiveDates Effective(ReadingContext context, Section root)
    {
        if (root.Required("effective") is not { } part
            || Section.Open(part, "effective dates", DefinitionKeys.Effective, context.Problems) is not { } section)
            return new EffectiveDates(default, null, "");
        section.Required("from");
        section.Required("by");
        var (from, to) = (section.Date("from"), section.Date("to"));
        if (to < from)
            context.Problems.Add(section.PlaceOf("to"), "The last day is before the first.",
                "Put 'from' and 'to' right: both days are included.");
        var dates = context.Names.Facts.Values.Where(fact => fact is { AtOpening: true, Type: "date" }).Select(fact => fact.Name);
        var by = context.Known(section, "by", "date asked at opening", dates, "Add a fact of type date under 'facts'.");
        return new EffectiveDates(from ?? default, to, by ?? "");
    }

    /// <summary>Identifiers with titles, as roles and bodies are written.</summary>
    public static IReadOnlyDictionary<string, string> Titles(ReadingContext context, Section root, string key)
    {
        var titles = new Dictionary<string, string>();
        foreach (var entry in root.Entries(key))
        {
            if (entry.Value is YamlScalar { IsEmpty: false } title && CanonicalText.OneLine(title.Text, 200) is { } line)
                titles[entry.Key] = line;
            else
                context.Problems.Add(entry.Place, $"'{ProblemLog.Shown(entry.Key)}' has no title.",
                    "Write 'identifier: title', the title in at most 200 characters.");
        }
        return titles;
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Groups(ReadingContext context, Section root)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var entry in root.Entries("groups"))
        {
            var names = entry.Value is YamlList list ? list.Parts : [];
            if (names.Count == 0)
                context.Problems.Add(entry.Place, $"The group '{ProblemLog.Shown(entry.Key)}' is no list of roles.",
                    "Write its roles in square brackets.");
            foreach (var name in names.Where(name => !context.Names.Roles.ContainsKey((name as YamlScalar)?.Text ?? "")))
                context.Problems.AddUnknown(name.Place, "role", (name as YamlScalar)?.Text ?? "", context.Names.Roles.Keys,
                    "Declare it under 'roles'.");
            groups[entry.Key] = [.. names.OfType<YamlScalar>().Select(name => name.Text).Distinct()];
        }
        return groups;
    }

    public static WithdrawalDefinition? Withdrawal(ReadingContext context, Section root)
    {
        if (root.Optional("withdrawal") is not { } part
            || Section.Open(part, "withdrawal", DefinitionKeys.Withdrawal, context.Problems) is not { } section)
            return null;
        section.Required("by");
        section.Required("checked");
        return new WithdrawalDefinition(
            context.Roles(section, "by"), context.Bodies(section, "tells"), section.Text("cite", 300),
            section.Word<CheckedMark>("checked") ?? CheckedMark.Unverified);
    }

    public static IReadOnlyList<SettingDefinition> Settings(ReadingContext context, Section root) =>
    [
        .. root.Entries("settings")
            .Select(entry => (entry.Key, Section: Section.Open(
                entry.Value, $"setting '{ProblemLog.Shown(entry.Key)}'", DefinitionKeys.Setting, context.Problems)))
            .Select(setting => setting.Section is { } section ? Setting(context, setting.Key, section) : null)
            .OfType<SettingDefinition>(),
    ];

    private static SettingDefinition Setting(ReadingContext context, string name, Section section)
    {
        section.Required("options");
        section.Required("default");
        var options = new List<SettingOption>();
        foreach (var entry in section.Entries("options"))
        {
            if (!Spelling.IsOption(entry.Key))
                context.Problems.Add(entry.Place, $"'{ProblemLog.Shown(entry.Key)}' is no name for an option.",
                    "Write letters, digits and hyphens.");
            var what = $"option '{ProblemLog.Shown(entry.Key)}'";
            if (Section.Open(entry.Value, what, DefinitionKeys.SettingOption, context.Problems) is not { } option)
                continue;
            var anchor = option.Has("anchor") ? AnchorReader.Read(context, option, "anchor", default) : null;
            if (anchor?.Kind == AnchorKind.Setting)
                context.Problems.Add(option.PlaceOf("anchor"), "A setting stands for a date, not for another setting.",
                    "Name the date itself.");
            options.Add(new SettingOption(entry.Key, option.Text("title", 200), anchor));
        }
        var chosen = context.Known(section, "default", "option", options.Select(option => option.Id),
            "Name one of the options.");
        return new SettingDefinition(name, section.Text("title", 200), options, chosen ?? "");
    }
}
