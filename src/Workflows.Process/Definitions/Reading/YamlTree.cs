using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Workflows.Process.Definitions.Reading;

/// <summary>
/// Builds the tree of a file from the parser's events. Anchors, aliases, tags, second documents and deep nesting are
/// refused here, so that no file can make the reader expand, recurse or build objects.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Deepest nesting; the language itself needs about ten.</summary>
    private const int MostDepth = 20;

    private const string Remedy = "Check indentation, quotes and brackets here and on the line before.";

    private readonly Parser _parser;
    private readonly ProblemLog _problems;
    private readonly string _beginning;
    private int _depth;

    private YamlTree(string text, ProblemLog problems, string beginning)
    {
        _parser = new Parser(new StringReader(text));
        _problems = problems;
        _beginning = beginning;
    }

    /// <summary>The mapping that the file consists of, or null where it is none; problems are logged.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="beginning">What to do about a file that is empty or of another shape: how such a file begins.</param>
    public static YamlMap? Load(
        string text, ProblemLog problems, string beginning = "Begin with 'process:' and the identifier.")
    {
        var tree = new YamlTree(text, problems, beginning);
        try
        {
            return tree.Document();
        }
        catch (YamlException error)
        {
            problems.Add(PlaceOf(error.Start), $"This is not YAML: {OneLine(error.Message)}", Remedy);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner answers some broken input with these instead of its own exception.
            problems.Add(PlaceOf(tree._parser.Current?.End ?? Mark.Empty), "This is not YAML from here on.", Remedy);
        }
        return null;
    }

    private YamlMap? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(new Place(1, 1), "The file is empty.", _beginning);
            return null;
        }
        var root = Part();
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _problems.Add(PlaceOf(second.Start), "A second document begins here.", "Remove it: a file holds one.");
        if (root is YamlMap map)
            return map;
        _problems.Add(root.Place, "The file is no mapping.", _beginning);
        return null;
    }

    private YamlPart Part()
    {
        var begun = _parser.Consume<ParsingEvent>();
        var place = PlaceOf(begun.Start);
        if (begun is AnchorAlias)
            return Refused(place);
        if (begun is NodeEvent { Anchor.IsEmpty: false })
            Refused(place);
        if (begun is NodeEvent { Tag.IsEmpty: false })
            _problems.Add(place, "A tag ('!') is used here.",
                "Write the value alone; put text that begins with '!' in quotes.");
        if (begun is Scalar scalar)
            return new YamlScalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (++_depth > MostDepth)
            throw new YamlException(begun.Start, begun.End, $"it is nested deeper than {MostDepth} levels");
        YamlPart part = begun is SequenceStart ? new YamlList(place, Parts()) : new YamlMap(place, Entries());
        _depth--;
        return part;
    }

    private List<YamlPart> Parts()
    {
        var parts = new List<YamlPart>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            parts.Add(Part());
        return parts;
    }

    private List<YamlEntry> Entries()
    {
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Part();
            var value = Part();
            if (key is not YamlScalar { Text: not "" } name)
                _problems.Add(key.Place, "A key is no plain word.",
                    "Write 'key: value'; put text that holds ': ' in quotes.");
            else if (!lines.TryAdd(name.Text, name.Place.Line))
                _problems.Add(name.Place, $"'{name.Text}' stands here a second time.",
                    $"Remove this one or the one on line {lines[name.Text]}.");
            else
                entries.Add(new YamlEntry(name.Place, name.Text, value));
        }
        return entries;
    }

    private YamlScalar Refused(Place place)
    {
        _problems.Add(place, "An anchor or alias ('&' or '*') is used here.",
            "Write the value out; put text that begins with '&' or '*' in quotes.");
        return new YamlScalar(place, "", Plain: true);
    }

    private static Place PlaceOf(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string OneLine(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return (line.Length > 200 ? line[..200] + "…" : line) + ".";
    }
}
