namespace Workflows.Process.Definitions.Reading;

/// <summary>An item as far as its name goes. <paramref name="Stage"/>: its stage's place in the list; null alongside.</summary>
internal sealed record NamedItem(string Id, string Kind, int? Stage, YamlMap Map, Place Place);

/// <summary>A fact as far as its name goes.</summary>
internal sealed record NamedFact(string Name, string? Type, bool List, IReadOnlyList<string> Options, bool AtOpening, Place Place);

/// <summary>Every name that a file gives to something, and where: what references are resolved against.</summary>
internal sealed class Names
{
    public Dictionary<string, Place> Roles { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> Groups { get; } = [];

    public Dictionary<string, Place> Bodies { get; } = [];

    /// <summary>Stages in the order of the list.</summary>
    public OrderedDictionary<string, YamlMap> Stages { get; } = [];

    public OrderedDictionary<string, NamedItem> Items { get; } = [];

    /// <summary>Deadlines that span items.</summary>
    public Dictionary<string, YamlMap> Deadlines { get; } = [];

    public Dictionary<string, Place> Ladders { get; } = [];

    /// <summary>Settings with the names of their options.</summary>
    public Dictionary<string, IReadOnlyList<string>> Settings { get; } = [];

    /// <summary>Facts, those asked at opening and those asked with items; the first definition of each.</summary>
    public Dictionary<string, NamedFact> Facts { get; } = [];

    /// <summary>Where an item's key stands, or the item.</summary>
    public Place PlaceOf(string item, string key) =>
        Items.TryGetValue(item, out var named) ? named.Map.Find(key)?.Place ?? named.Place : new Place(1, 1);
}
