using System.Globalization;
using System.Text;

namespace Workflows.Screening.Text;

/// <summary>The lists that come with the screen; <c>Data/README.md</c> says where each is from.</summary>
internal static class DataFiles
{
    public static IReadOnlySet<string> Words { get; } = Lines("words").ToHashSet();

    public static IReadOnlySet<string> KnownNames { get; } = Lines("known-names").ToHashSet();

    public static IReadOnlySet<string> Abbreviations { get; } = Lines("abbreviations").SelectMany(Parts).ToHashSet();

    public static IReadOnlySet<string> PostcodeAreas { get; } = Lines("postcode-areas").ToHashSet();

    public static IReadOnlySet<string> PublicContacts { get; } = Lines("public-contacts").ToHashSet();

    /// <summary>Given names that count without a capital letter although they are words.</summary>
    public static IReadOnlySet<string> NamesNotWords { get; } = Lines("names-not-words").ToHashSet();

    /// <summary>Fixed phrases, by their words with one space between.</summary>
    public static IReadOnlySet<string> Phrases { get; } = Lines("phrases").ToHashSet();

    /// <summary>Words that say what a place is, in any spelling.</summary>
    public static IReadOnlySet<string> KindWords { get; } =
        Lines("kind-words").SelectMany(line => Parts(line.TrimStart('='))).ToHashSet();

    /// <summary>A spelling of a kind word to the one that stands for all.</summary>
    public static IReadOnlyDictionary<string, string> KindSpellings { get; } = Lines("kind-words")
        .Where(line => line[0] == '=')
        .Select(line => Parts(line[1..]))
        .SelectMany(parts => parts.Select(part => (part, parts[0])))
        .DistinctBy(pair => pair.part)
        .ToDictionary(pair => pair.part, pair => pair.Item2);

    /// <summary>Code points to the letters or digits that a reader sees in them.</summary>
    public static IReadOnlyDictionary<int, string> Folding { get; } = Lines("folding")
        .Select(line => line.Split(' '))
        .ToDictionary(parts => int.Parse(parts[0], NumberStyles.HexNumber), parts => parts[1]);

    /// <summary>A given name to the others by which the same person may be called.</summary>
    public static ILookup<string, string> ShortForms { get; } = Lines("short-forms")
        .Select(line => (Name: line[..line.IndexOf(':')], Forms: Parts(line[(line.IndexOf(':') + 1)..])))
        .SelectMany(row => row.Forms.Select(form => (From: row.Name, To: form))
            .Concat(row.Forms.Select(form => (From: form, To: row.Name))))
        .Distinct()
        .ToLookup(pair => pair.From, pair => pair.To);

    private static string[] Parts(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Lines(string name)
    {
        using var stream = typeof(DataFiles).Assembly.GetManifestResourceStream($"Workflows.Screening.Data.{name}.txt")
            ?? throw new InvalidOperationException($"The list {name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Replace("'", "", StringComparison.Ordinal));
            }
        }

        return lines;
    }
}
