namespace Workflows.Process.Definitions.Reading;

/// <summary>
/// A mapping of the file, read key by key. What is missing or of the wrong kind is logged once and answered with
/// something harmless, so that reading goes on and finds the other problems of the file.
/// </summary>
internal sealed partial class Section
{
    /// <summary>Most entries of a list or mapping.</summary>
    public const int MostEntries = 500;

    private readonly ProblemLog _problems;
    private readonly string _what;

    private Section(YamlMap map, string what, ProblemLog problems)
    {
        Map = map;
        _what = what;
        _problems = problems;
    }

    /// <summary>The mapping itself.</summary>
    public YamlMap Map { get; }

    /// <summary>Opens a mapping and logs the keys that it may not hold; null (and logged) where it is none.</summary>
    public static Section? Open(YamlPart part, string what, IReadOnlyCollection<string> keys, ProblemLog problems)
    {
        if (part is not YamlMap map)
        {
            problems.Add(part.Place, $"The {what} is no mapping.",
                $"Write keys and values, such as {string.Join(", ", keys.Take(3))}.");
            return null;
        }
        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key)))
        {
            if (entry.Key.Contains(' ', StringComparison.Ordinal))
                problems.Add(entry.Place, $"'{ProblemLog.Shown(entry.Key)}' is no key in the {what}.",
                    "Put text that holds a comma in quotes where it stands in braces, or remove this.");
            else
                problems.AddUnknown(entry.Place, $"key in the {what} called", entry.Key, keys,
                    Spelling.Nearest(entry.Key, keys) is null ? $"Remove it; there may be: {string.Join(", ", keys)}." : "Remove it.");
        }
        return new Section(map, what, problems);
    }

    public bool Has(string key) => Map.Find(key) is not null;

    /// <summary>Where a key stands, or the mapping where there is none.</summary>
    public Place PlaceOf(string key) => Map.Find(key)?.Place ?? Map.Place;

    /// <summary>The value of a key that must be there; logged and null where it is not.</summary>
    public YamlPart? Required(string key)
    {
        if (Optional(key) is { } value)
            return value;
        if (!Has(key))
            _problems.Add(Map.Place, $"The {_what} has no '{key}'.", $"Add '{key}: …'.");
        return null;
    }

    /// <summary>The value of a key, or null; one that is written but empty is logged.</summary>
    public YamlPart? Optional(string key)
    {
        var entry = Map.Find(key);
        if (entry?.Value is not YamlScalar { IsEmpty: true })
            return entry?.Value;
        _problems.Add(entry.Place, $"'{key}' in the {_what} has no value.", "Give it one, or remove the key.");
        return null;
    }

    /// <summary>A list of names, or a single one; empty where there is none.</summary>
    public IReadOnlyList<YamlScalar> Names(string key)
    {
        if (Optional(key) is not { } part)
            return [];
        IReadOnlyList<YamlPart> parts = part is YamlList list ? list.Parts : [part];
        if (parts.Count == 0)
            Refuse(part, key, "Name at least one, or remove the key.");
        var names = new List<YamlScalar>();
        foreach (var item in Counted(parts, part, key))
        {
            if (item is not YamlScalar { IsEmpty: false } name)
                Refuse(item, key, "Write a name, or a list of names in square brackets.");
            else if (names.Any(other => other.Text == name.Text))
                _problems.Add(name.Place, $"'{ProblemLog.Shown(name.Text)}' is named twice in '{key}'.",
                    "Remove one of the two.");
            else
                names.Add(name);
        }
        return names;
    }

    /// <summary>The parts of a list, up to a number; empty where there is none.</summary>
    public IEnumerable<YamlPart> List(string key, int most = MostEntries)
    {
        if (Optional(key) is not { } part)
            return [];
        if (part is YamlList list)
            return Counted(list.Parts, part, key, most);
        Refuse(part, key, "Write a list: each entry on a line that begins with '- '.");
        return [];
    }

    /// <summary>The entries of a mapping; empty where there is none.</summary>
    public IEnumerable<YamlEntry> Entries(string key)
    {
        if (Optional(key) is not { } part)
            return [];
        if (part is YamlMap map)
            return Counted(map.Entries, part, key);
        Refuse(part, key, "Write a mapping: 'name: value', each on a line.");
        return [];
    }

    private IEnumerable<T> Counted<T>(IReadOnlyList<T> parts, YamlPart whole, string key, int most = MostEntries)
    {
        if (parts.Count > most)
            _problems.Add(whole.Place, $"'{key}' in the {_what} has more than {most} entries.", "Shorten the list.");
        return parts.Take(most);
    }

    private void Refuse(YamlPart part, string key, string remedy)
    {
        var value = part is YamlScalar scalar ? $"'{ProblemLog.Shown(scalar.Text)}'" : part is YamlList ? "a list" : "a mapping";
        _problems.Add(part.Place, $"'{key}' in the {_what} cannot be {value}.", remedy);
    }
}
