using System.Reflection;

namespace Workflows.Process.Definitions;

/// <summary>
/// The released definitions. A definition is read when it is first asked for and kept; naming what there is reads
/// none. Safe to share between threads.
/// </summary>
public sealed class ProcessCatalogue
{
    private const string Folder = "Workflows.Process.Definitions.Shipped.";
    private const string Suffix = ".yaml";

    private static readonly Lazy<ProcessCatalogue> ShippedCatalogue = new(FromResources);

    private readonly Dictionary<string, List<Entry>> _byId;
    private readonly List<Entry> _entries;

    private ProcessCatalogue(IEnumerable<(string Key, Func<string> Text)> sources)
    {
        _entries =
        [
            .. sources.Select(source => new Entry(source.Key, source.Text))
                .OrderBy(entry => entry.Id, StringComparer.Ordinal)
                .ThenBy(entry => entry.Version),
        ];
        _byId = _entries.GroupBy(entry => entry.Id).ToDictionary(group => group.Key, group => group.ToList());
        Keys = [.. _entries.Select(entry => entry.Key)];
    }

    /// <summary>The definitions that ship with the program.</summary>
    public static ProcessCatalogue Shipped => ShippedCatalogue.Value;

    /// <summary>Names and versions of all, such as <c>lcspr@2026.1</c>, by name and then from the oldest version on.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Every definition, in the order of <see cref="Keys"/>; reads those not yet read.</summary>
    /// <exception cref="InvalidOperationException">A definition has problems; the message lists them.</exception>
    public IReadOnlyList<ProcessDefinition> All => [.. _entries.Select(entry => entry.Definition.Value)];

    /// <summary>A catalogue of definitions that stand elsewhere, for example in a folder.</summary>
    /// <param name="sources">
    /// The key of each, <c>id@version</c>, with what gives its text when it is first asked for. Each key once.
    /// </param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="FormatException">A key is not of the form <c>id@version</c>.</exception>
    public static ProcessCatalogue Of(IEnumerable<(string Key, Func<string> Text)> sources) => new(sources);

    /// <summary>One definition.</summary>
    /// <param name="key">A name, which means its latest version (<c>lcspr</c>), or name and version (<c>lcspr@2026.1</c>).</param>
    /// <returns>The definition, or null where there is none of that name and version.</returns>
    /// <exception cref="InvalidOperationException">The definition has problems; the message lists them.</exception>
    public ProcessDefinition? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var id = key.Split('@', 2)[0];
        if (!_byId.TryGetValue(id, out var versions))
            return null;
        return (id == key ? versions[^1] : versions.Find(entry => entry.Key == key))?.Definition.Value;
    }

    /// <summary>
    /// The version that applies to a review about to be opened, judged by the fact that each version names
    /// (<see cref="EffectiveDates.By"/>). Where the dates of two versions overlap, the later version applies.
    /// </summary>
    /// <param name="key">A name, or name and version; a version that is not in force on its date is refused.</param>
    /// <param name="facts">The opening facts in canonical text: dates as <c>2026-01-05</c>. Others are not looked at.</param>
    /// <returns>The version, or why there is none.</returns>
    /// <exception cref="InvalidOperationException">A definition has problems; the message lists them.</exception>
    public ProcessChoice Choose(string key, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(facts);
        var id = key.Split('@', 2)[0];
        IReadOnlyList<Entry> versions = _byId.TryGetValue(id, out var known) ? known : [];
        return ProcessChoice.Among([.. versions.Select(entry => entry.Definition.Value)], key, facts, () => All);
    }

    /// <summary>The versions of a process after one of them, from the oldest on.</summary>
    /// <param name="definition">The version to look from.</param>
    public IReadOnlyList<ProcessDefinition> Newer(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return !_byId.TryGetValue(definition.Id, out var versions) || !ProcessVersion.TryParse(definition.Version, out var now) ? []
            : [.. versions.Where(entry => entry.Version.CompareTo(now) > 0).Select(entry => entry.Definition.Value)];
    }

    private static ProcessCatalogue FromResources()
    {
        var assembly = typeof(ProcessCatalogue).Assembly;
        return new ProcessCatalogue(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => (name[Folder.Length..^Suffix.Length], (Func<string>)(() => TextOf(assembly, name)))));
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed class Entry
    {
        public Entry(string key, Func<string> text)
        {
            if (key.Split('@') is not [var id, var version] || !ProcessVersion.TryParse(version, out var parsed))
                throw new FormatException($"'{key}' is no name and version of a definition: write id@version.");
            (Key, Id, Version) = (key, id, parsed);
            Definition = new Lazy<ProcessDefinition>(() => Read(key, text()));
        }

        public string Key { get; }

        public string Id { get; }

        public (int First, int Second, int Third) Version { get; }

        public Lazy<ProcessDefinition> Definition { get; }

        private static ProcessDefinition Read(string key, string text)
        {
            var reading = DefinitionReader.Read(text, key + Suffix);
            if (!reading.IsUsable)
                throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Problems));
            return reading.Definition.Key == key
                ? reading.Definition
                : throw new InvalidOperationException($"{key}{Suffix} holds {reading.Definition.Key}; name the file after its process and version.");
        }
    }
}
