using System.Runtime.InteropServices;

namespace Workflows.Process.Definitions.Reading;

/// <summary>A place in the file; both numbers from 1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Line, int Column);

/// <summary>A value in the file and where it stands.</summary>
internal abstract record YamlPart(Place Place);

/// <summary>A single value as text. <paramref name="Plain"/>: written without quotes.</summary>
internal sealed record YamlScalar(Place Place, string Text, bool Plain) : YamlPart(Place)
{
    /// <summary>Whether nothing was written, or <c>~</c> or <c>null</c>.</summary>
    public bool IsEmpty => Plain && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record YamlList(Place Place, IReadOnlyList<YamlPart> Parts) : YamlPart(Place);

/// <summary>A mapping; its keys are distinct.</summary>
internal sealed record YamlMap(Place Place, IReadOnlyList<YamlEntry> Entries) : YamlPart(Place)
{
    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The text of a key whose value is a single one, or null.</summary>
    public string? TextOf(string key) => (Find(key)?.Value as YamlScalar)?.Text;
}

/// <summary>A key of a mapping with its value.</summary>
internal sealed record YamlEntry(Place Place, string Key, YamlPart Value);
