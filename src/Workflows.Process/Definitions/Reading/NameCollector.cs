namespace Workflows.Process.Definitions.Reading;

/// <summary>
/// Goes through the file once to learn its names, before anything is resolved: a reference may stand above what it
/// names. It logs only what is wrong with names; the readers log the rest.
/// </summary>
internal sealed class NameCollector
{
    /// <summary>Words that anchors and conditions use themselves.</summary>
    private static readonly string[] Reserved = ["review", "stage", "item", "facts", "settings", "any", "not", "closed", "start", "move", "release"];

    private readonly Names _names = new();
    private readonly ProblemLog _problems;
    private readonly Dictionary<string, string> _audience = new() { [RungDefinition.Responsible] = "word of the language" };

    private NameCollector(ProblemLog problems) => _problems = problems;

    public static Names Collect(YamlMap root, ProblemLog problems)
    {
        var collector = new NameCollector(problems);
        collector.CollectFrom(root);
        return collector._names;
    }

    private void CollectFrom(YamlMap root)
    {
        foreach (var role in Entries(root, "roles"))
            Add(_names.Roles, role, "role", role.Place);
        foreach (var body in Entries(root, "bodies"))
            Add(_names.Bodies, body, "body", body.Place);
        foreach (var group in Entries(root, "groups"))
            Add(_names.Groups, group, "group", [.. Texts(group.Value)]);
        foreach (var ladder in Entries(root, "ladders"))
        {
            CheckIdentifier(ladder.Key, "ladder", ladder.Place);
            _names.Ladders[ladder.Key] = ladder.Place;
        }
        foreach (var setting in Entries(root, "settings"))
            AddSetting(setting);
        AddFacts(root, "facts", atOpening: true);
        foreach (var stage in Maps(root, "stages"))
            AddStage(stage);
        foreach (var item in Maps(root, "alongside"))
            AddItem(item, null);
        foreach (var deadline in Maps(root, "deadlines"))
            AddDeadline(deadline);
    }

    private void Add<T>(Dictionary<string, T> table, YamlEntry entry, string kind, T value)
    {
        CheckIdentifier(entry.Key, kind, entry.Place);
        if (!_audience.TryAdd(entry.Key, kind))
        {
            _problems.Add(entry.Place,
                $"The {kind} '{ProblemLog.Shown(entry.Key)}' has the name of a {_audience[entry.Key]}.",
                "Give it another name: roles, groups and bodies are named in the same places.");
        }
        table[entry.Key] = value;
    }

    private void AddSetting(YamlEntry setting)
    {
        if (!Spelling.IsName(setting.Key))
            _problems.Add(setting.Place, $"'{ProblemLog.Shown(setting.Key)}' is no name for a setting.",
                "Write letters and digits, such as rapidReviewClock.");
        _names.Settings[setting.Key] = setting.Value is YamlMap map ? [.. Entries(map, "options").Select(option => option.Key)] : [];
    }

    private void AddFacts(YamlMap owner, string key, bool atOpening)
    {
        foreach (var fact in Entries(owner, key))
        {
            if (!Spelling.IsName(fact.Key))
                _problems.Add(fact.Place, $"'{ProblemLog.Shown(fact.Key)}' is no name for a fact.",
                    "Write letters and digits, such as awareOn.");
            var map = fact.Value as YamlMap;
            var named = new NamedFact(fact.Key, map?.TextOf("type"), map?.TextOf("list") == "true",
                map is null ? [] : [.. Entries(map, "options").Select(option => option.Key)], atOpening, fact.Place);
            if (_names.Facts.TryAdd(fact.Key, named))
                continue;
            var first = _names.Facts[fact.Key];
            if (first.Type != named.Type || first.List != named.List || !first.Options.SequenceEqual(named.Options))
            {
                _problems.Add(fact.Place,
                    $"The fact '{fact.Key}' is asked here in another shape than on line {first.Place.Line}.",
                    "Give both the same type, list and options, or use another name: one name is one fact in the whole process.");
            }
        }
    }

    private void AddStage(YamlMap stage)
    {
        var id = stage.TextOf("id") ?? "";
        if (Fresh(id, "stage", stage.Find("id")?.Place ?? stage.Place))
            _names.Stages.TryAdd(id, stage);
        foreach (var item in Maps(stage, "items"))
            AddItem(item, _names.Stages.IndexOf(id));
    }

    private void AddItem(YamlMap item, int? stage)
    {
        var entry = item.Entries.FirstOrDefault(entry => DefinitionKeys.Kinds.Contains(entry.Key));
        if (entry?.Value is not YamlScalar { Text: var id })
            return;
        if (Fresh(id, "item", entry.Place))
            _names.Items.TryAdd(id, new NamedItem(id, entry.Key, stage, item, entry.Place));
        AddFacts(item, "ask", atOpening: false);
    }

    private void AddDeadline(YamlMap deadline)
    {
        var id = deadline.TextOf("id") ?? "";
        var place = deadline.Find("id")?.Place ?? deadline.Place;
        if (id.Length == 0 || !CheckIdentifier(id, "deadline", place))
            return;
        if (_names.Items.TryGetValue(id, out var item))
        {
            _problems.Add(place, $"The deadline '{id}' has the name of the item on line {item.Place.Line}.",
                "Rename it, or write it as that item's 'due'.");
        }
        else if (!_names.Deadlines.TryAdd(id, deadline))
        {
            _problems.Add(place, $"The deadline '{id}' stands here a second time.",
                $"Rename it; the first is on line {_names.Deadlines[id].Place.Line}.");
        }
    }

    private bool Fresh(string id, string kind, Place place)
    {
        if (id.Length == 0 || !CheckIdentifier(id, kind, place))
            return id.Length > 0;
        var line = _names.Stages.TryGetValue(id, out var stage) ? stage.Place.Line
            : _names.Items.TryGetValue(id, out var item) ? item.Place.Line : 0;
        if (line == 0)
            return true;
        _problems.Add(place, $"The {kind} '{id}' has a name that is taken on line {line}.",
            "Rename one of the two: stages and items share one set of names.");
        return false;
    }

    private bool CheckIdentifier(string id, string kind, Place place)
    {
        if (!Spelling.IsIdentifier(id))
            _problems.Add(place,
                $"'{ProblemLog.Shown(id)}' is no identifier; it names {(kind == "item" ? "an" : "a")} {kind}.",
                "Write small letters, digits and hyphens, such as notify-panel.");
        else if (Spelling.EndsLikeAnInstance(id))
            _problems.Add(place, $"The {kind} '{id}' ends in a hyphen and digits.",
                "Rename it: instances of an item are numbered that way.");
        else if (Reserved.Contains(id))
            _problems.Add(place, $"The {kind} '{id}' has the name of a word of the language.", "Rename it.");
        else
            return true;
        return false;
    }

    private static IEnumerable<YamlEntry> Entries(YamlMap map, string key) =>
        map.Find(key)?.Value is YamlMap entries ? entries.Entries.Take(Section.MostEntries) : [];

    private static IEnumerable<YamlMap> Maps(YamlMap map, string key) =>
        map.Find(key)?.Value is YamlList list ? list.Parts.Take(Section.MostEntries).OfType<YamlMap>() : [];

    private static IEnumerable<string> Texts(YamlPart part) => part is YamlList list
        ? list.Parts.OfType<YamlScalar>().Select(name => name.Text)
        : part is YamlScalar single ? [single.Text] : [];
}
