using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Workflows.Reviews.Reports;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reports;

/// <summary>The yearly report as a Word document with real headings and table headers, to be edited before it is published.</summary>
internal static class ReportDocx
{
    public static byte[] Make(string partnership, YearlyReport report)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Heading(1, 32), Heading(2, 26));
            var body = new Body(
                Line($"Yearly report on reviews: {partnership}", "Heading1"), Line($"{Say.Day(report.From)} to {Say.Day(report.Until)}"));
            foreach (var section in ReportSections.Of(report))
            {
                body.Append(Line(section.Title, "Heading2"));
                body.Append(section.Note is null ? [] : [Line(section.Note)]);
                body.Append(section.Rows.Count == 0 ? Line("None.") : Table(section.Heads, section.Rows));
            }

            main.Document = new Document(body);
        }

        return bytes.ToArray();
    }

    private static Style Heading(int level, int halfPoints) => new(
        new StyleName { Val = $"heading {level}" },
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = level - 1 }),
        new StyleRunProperties(new Bold(), new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) }))
    {
        Type = StyleValues.Paragraph,
        StyleId = $"Heading{level}",
    };

    private static Paragraph Line(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.AppendChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.AppendChild(new Run(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    private static Table Table(IReadOnlyList<string> head, IReadOnlyList<string[]> rows)
    {
        var table = new Table(new TableProperties(
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableLook { FirstRow = true }));
        var first = Row(head);
        first.TableRowProperties = new TableRowProperties(new TableHeader());
        table.AppendChild(first);
        foreach (var row in rows)
        {
            table.AppendChild(Row(row));
        }

        return table;
    }

    private static TableRow Row(IReadOnlyList<string> cells) => new(cells.Select(cell => new TableCell(Line(cell))));

    // What people typed may hold signs that XML has no way to write.
    private static string Clean(string text) => string.Concat(text.Where(sign => System.Xml.XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign)));
}
