namespace Workflows.Process.Definitions.Reading;

/// <summary>What every part of the reader needs: the file, where problems go, and the names that references resolve against.</summary>
internal sealed record ReadingContext(YamlMap Root, ProblemLog Problems, Names Names)
{
    /// <summary>Roles, groups spelled out; each once.</summary>
    public IReadOnlyList<string> Roles(Section section, string key) =>
        Resolve(section, key, "role or group", [Names.Roles.Keys, Names.Groups.Keys]);

    /// <summary>Roles and bodies, groups spelled out; each once.</summary>
    public IReadOnlyList<string> Recipients(Section section, string key, bool orResponsible) =>
        Resolve(section, key, "role, group or body",
            [Names.Roles.Keys, Names.Groups.Keys, Names.Bodies.Keys, orResponsible ? [RungDefinition.Responsible] : []]);

    /// <summary>Bodies.</summary>
    public IReadOnlyList<string> Bodies(Section section, string key) =>
        Resolve(section, key, "body", [Names.Bodies.Keys]);

    /// <summary>Identifiers of items.</summary>
    public IReadOnlyList<string> Items(Section section, string key) =>
        [.. section.Names(key).Where(IsItem).Select(name => name.Text)];

    /// <summary>Whether a name is an item's; logged where it is not.</summary>
    public bool IsItem(YamlScalar name)
    {
        if (Names.Items.ContainsKey(name.Text))
            return true;
        Problems.AddUnknown(name.Place, "item", name.Text, Names.Items.Keys, "Declare it in a stage or alongside.");
        return false;
    }

    /// <summary>The name that a key gives, if it is one of those known; null, and logged, where it is not.</summary>
    public string? Known(Section section, string key, string kind, IEnumerable<string> known, string otherwise)
    {
        if (section.Optional(key) is not { } part)
            return null;
        if (part is YamlScalar name && known.Contains(name.Text))
            return name.Text;
        Problems.AddUnknown(part.Place, kind, (part as YamlScalar)?.Text ?? "(a list or mapping)", known, otherwise);
        return null;
    }

    private List<string> Resolve(Section section, string key, string kind, IEnumerable<string>[] known)
    {
        var resolved = new List<string>();
        foreach (var name in section.Names(key))
        {
            if (!known.Any(names => names.Contains(name.Text)))
                Problems.AddUnknown(name.Place, kind, name.Text, known.SelectMany(names => names),
                    $"Declare it at the top of the file.");
            else if (Names.Groups.TryGetValue(name.Text, out var members))
                resolved.AddRange(members);
            else
                resolved.Add(name.Text);
        }
        return [.. resolved.Distinct()];
    }
}
