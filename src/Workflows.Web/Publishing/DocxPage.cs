using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Web.Publishing;

/// <summary>
/// A Word document as a page: headings, lists, tables with their headers, pictures with their descriptions, footnotes. What is
/// deleted by a tracked change, hidden or a comment is not shown: it should not be in a published document at all.
/// </summary>
internal static class DocxPage
{
    private const long MostCharacters = 20_000_000;

    public static string Make(Stream content)
    {
        DocxDepth.Check(content);
        using var document = WordprocessingDocument.Open(
            content, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostCharacters });
        var main = document.MainDocumentPart ?? throw new InvalidDataException("There is no main part.");
        var html = new SafeHtml();
        var styles = new DocxStyles(main);
        var text = new DocxText(main, html);
        new DocxBlocks(styles, text, html).Write(main.Document.Body?.ChildElements ?? throw new InvalidDataException("There is no body."));
        text.WriteNotes();
        return html.Whole();
    }
}

/// <summary>The blocks of a document, in their order.</summary>
internal sealed class DocxBlocks(DocxStyles styles, DocxText text, SafeHtml html)
{
    private readonly Stack<(bool Ordered, int Level)> _lists = new();

    public void Write(IEnumerable<OpenXmlElement> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    Write(paragraph);
                    break;
                case Table table:
                    CloseLists(-1);
                    Write(table);
                    break;
                case SdtBlock control when control.SdtContentBlock is { } inside:
                    Write(inside.ChildElements);
                    break;
            }
        }

        CloseLists(-1);
    }

    private void Write(Paragraph paragraph)
    {
        if (styles.HeadingLevel(paragraph) is { } level && DocxText.PlainOf(paragraph) is { Length: > 0 } heading)
        {
            CloseLists(-1);
            html.Heading(level, heading);
        }
        else if (styles.ListOf(paragraph) is { } list && DocxText.HasContent(paragraph))
        {
            OpenList(list.Ordered, list.Level);
            text.Write(paragraph);
        }
        else if (DocxText.HasContent(paragraph))
        {
            CloseLists(-1);
            html.Tag("<p class=\"govuk-body\">");
            text.Write(paragraph);
            html.Tag("</p>\n");
            text.WritePictures();
        }
    }

    // An item is open until the next one or the list's end, so that a list inside it is inside it.
    private void OpenList(bool ordered, int level)
    {
        CloseLists(level);
        if (_lists.TryPeek(out var top) && top.Level == level)
        {
            if (top.Ordered == ordered)
            {
                html.Tag("</li>\n<li>");
                return;
            }

            CloseLists(level - 1);
        }

        _lists.Push((ordered, level));
        html.Tag(ordered ? "<ol class=\"govuk-list govuk-list--number\">\n<li>" : "<ul class=\"govuk-list govuk-list--bullet\">\n<li>");
    }

    private void CloseLists(int above)
    {
        while (_lists.TryPeek(out var top) && top.Level > above)
        {
            html.Tag(_lists.Pop().Ordered ? "</li>\n</ol>\n" : "</li>\n</ul>\n");
        }

        if (_lists.Count == 0)
        {
            text.WritePictures();
        }
    }

    private void Write(Table table)
    {
        var look = table.GetFirstChild<TableProperties>()?.TableLook;
        var headed = look?.FirstRow?.Value ?? true;
        var led = look?.FirstColumn?.Value ?? false;
        html.Tag("<div class=\"app-scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table class=\"govuk-table\">\n");
        var first = true;
        foreach (var row in table.Elements<TableRow>())
        {
            var isHead = row.TableRowProperties?.GetFirstChild<TableHeader>() is not null || (first && headed);
            html.Tag("<tr class=\"govuk-table__row\">");
            var atStart = true;
            foreach (var cell in row.Elements<TableCell>())
            {
                var header = isHead ? "col" : atStart && led ? "row" : null;
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value is > 1 and <= 100 and { } wide ? $" colspan=\"{wide}\"" : string.Empty;
                html.Tag(header is null ? $"<td class=\"govuk-table__cell\"{span}>" : $"<th scope=\"{header}\" class=\"govuk-table__header\"{span}>");
                WriteCell(cell);
                html.Tag(header is null ? "</td>" : "</th>");
                atStart = false;
            }

            html.Tag("</tr>\n");
            first = false;
        }

        html.Tag("</table></div>\n");
        text.WritePictures();
    }

    private void WriteCell(TableCell cell)
    {
        var first = true;
        foreach (var block in cell.Descendants<Paragraph>().Where(DocxText.HasContent))
        {
            html.Tag(first ? string.Empty : "<br>\n");
            text.Write(block);
            first = false;
        }
    }
}
