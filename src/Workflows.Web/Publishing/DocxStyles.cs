using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Web.Publishing;

/// <summary>What paragraphs are by their styles and numbering: headings, points of lists.</summary>
internal sealed class DocxStyles
{
    private const int MostAncestors = 20;
    private readonly Dictionary<string, Style> _styles;
    private readonly Dictionary<int, int> _abstractOf;
    private readonly Dictionary<int, AbstractNum> _abstract;

    public DocxStyles(MainDocumentPart main)
    {
        _styles = [];
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            _styles.TryAdd(style.StyleId?.Value ?? string.Empty, style);
        }

        var numbering = main.NumberingDefinitionsPart?.Numbering;
        _abstractOf = [];
        foreach (var number in numbering?.Elements<NumberingInstance>() ?? [])
        {
            _abstractOf.TryAdd(number.NumberID?.Value ?? 0, number.AbstractNumId?.Val?.Value ?? -1);
        }

        _abstract = [];
        foreach (var known in numbering?.Elements<AbstractNum>() ?? [])
        {
            _abstract.TryAdd(known.AbstractNumberId?.Value ?? -1, known);
        }
    }

    /// <summary>Level of a heading, from 1; null where the paragraph is none.</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is >= 0 and < 9 and { } own)
        {
            return own + 1;
        }

        foreach (var style in Styles(paragraph))
        {
            var name = style.StyleName?.Val?.Value?.Trim().ToLowerInvariant() ?? string.Empty;
            if (name == "title")
            {
                return 1;
            }

            if (name.StartsWith("heading ", StringComparison.Ordinal) && name.Length == 9 && name[8] is >= '1' and <= '9')
            {
                return name[8] - '0';
            }

            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is >= 0 and < 9 and { } level)
            {
                return level + 1;
            }
        }

        return null;
    }

    /// <summary>What list a paragraph is a point of; null where it is none.</summary>
    public (bool Ordered, int Level)? ListOf(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties
            ?? Styles(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(found => found is not null);
        if (numbering?.NumberingId?.Val?.Value is > 0 and { } id)
        {
            var level = Math.Clamp(numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
            var format = _abstractOf.TryGetValue(id, out var known) && _abstract.TryGetValue(known, out var definition)
                ? definition.Elements<Level>().FirstOrDefault(each => each.LevelIndex?.Value == level)?.NumberingFormat?.Val?.Value : null;
            return format == NumberFormatValues.None ? null : (format != NumberFormatValues.Bullet, level);
        }

        var name = Styles(paragraph).FirstOrDefault()?.StyleName?.Val?.Value?.ToLowerInvariant() ?? string.Empty;
        return name.StartsWith("list bullet", StringComparison.Ordinal) ? (false, 0)
            : name.StartsWith("list number", StringComparison.Ordinal) ? (true, 0) : null;
    }

    // A style and those it is based on; a document may lead in a circle.
    private IEnumerable<Style> Styles(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var at = 0; at < MostAncestors && id is not null && _styles.TryGetValue(id, out var style); at++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
