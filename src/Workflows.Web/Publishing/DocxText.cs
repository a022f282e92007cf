using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Blip = DocumentFormat.OpenXml.Drawing.Blip;
using DocProperties = DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties;

namespace Workflows.Web.Publishing;

/// <summary>The text of paragraphs: emphasis, links, notes and pictures; nothing that is deleted or hidden.</summary>
internal sealed class DocxText(MainDocumentPart main, SafeHtml html)
{
    private const int MostPictureBytes = 4 * 1024 * 1024;
    private const int MostPicturesBytes = 16 * 1024 * 1024;
    private static readonly string[] s_pictures = ["image/png", "image/jpeg", "image/gif"];
    private readonly List<Drawing> _waiting = [];
    private readonly List<(bool AtEnd, long Id)> _notes = [];
    private int _pictureBytes;

    /// <summary>Whether a paragraph shows anything.</summary>
    public static bool HasContent(Paragraph paragraph) => PlainOf(paragraph).Length > 0 || Shown(paragraph).OfType<Drawing>().Any();

    /// <summary>Its text without emphasis.</summary>
    public static string PlainOf(Paragraph paragraph) =>
        string.Concat(Shown(paragraph).Select(part => part is Text shown ? shown.Text : part is TabChar or Break ? " " : string.Empty)).Trim();

    public void Write(Paragraph paragraph)
    {
        foreach (var child in paragraph.ChildElements)
        {
            if (child is Hyperlink link)
            {
                var address = link.Id?.Value is { } id
                    ? main.HyperlinkRelationships.FirstOrDefault(each => each.Id == id)?.Uri?.OriginalString : null;
                html.Link(address ?? string.Empty, () => WriteRuns(link));
            }
            else
            {
                WriteRuns(child);
            }
        }
    }

    /// <summary>Pictures met since this was last asked: they stand after the paragraph, not in it.</summary>
    public void WritePictures()
    {
        foreach (var drawing in _waiting)
        {
            var description = drawing.Descendants<DocProperties>().FirstOrDefault()?.Description?.Value?.Trim();
            var id = drawing.Descendants<Blip>().FirstOrDefault()?.Embed?.Value;
            if (id is null || !main.TryGetPartById(id, out var part) || part is not ImagePart image || !s_pictures.Contains(image.ContentType)
                || Bytes(image) is not { } bytes)
            {
                html.Tag("<p class=\"govuk-body govuk-hint\">")
                    .Text($"A picture that cannot be shown here is in the document. {(string.IsNullOrEmpty(description) ? "The document gives no description of it." : $"Its description: {description}")}")
                    .Tag("</p>\n");
                continue;
            }

            html.Picture(image.ContentType, bytes, string.IsNullOrEmpty(description) ? null : description);
        }

        _waiting.Clear();
    }

    /// <summary>The footnotes and endnotes that were met, at the end.</summary>
    public void WriteNotes()
    {
        WritePictures();
        if (_notes.Count == 0)
        {
            return;
        }

        html.Heading(1, "Notes").Tag("<ol class=\"govuk-list govuk-list--number\">\n");
        for (var at = 0; at < _notes.Count; at++)
        {
            html.Tag($"<li id=\"note-{at + 1}\">")
                .Text(string.Join(' ', NoteParagraphs(_notes[at]).Select(PlainOf)))
                .Tag($" <a class=\"govuk-link\" href=\"#from-note-{at + 1}\">Back to the text of note {at + 1}</a></li>\n");
        }

        html.Tag("</ol>\n");
    }

    private void WriteRuns(OpenXmlElement element)
    {
        foreach (var part in Shown(element))
        {
            switch (part)
            {
                case Text { Text: { Length: > 0 } text }:
                    Emphasised(part, text);
                    break;
                case Break or CarriageReturn:
                    html.Tag("<br>");
                    break;
                case TabChar:
                    html.Text(" ");
                    break;
                case NoBreakHyphen:
                    html.Text("\u2011");
                    break;
                case FootnoteReference { Id.Value: var id }:
                    Note(atEnd: false, id);
                    break;
                case EndnoteReference { Id.Value: var id }:
                    Note(atEnd: true, id);
                    break;
                case Drawing drawing:
                    _waiting.Add(drawing);
                    break;
            }
        }
    }

    private void Note(bool atEnd, long id)
    {
        _notes.Add((atEnd, id));
        html.Tag($"<sup><a class=\"govuk-link\" id=\"from-note-{_notes.Count}\" href=\"#note-{_notes.Count}\"><span class=\"govuk-visually-hidden\">Note </span>{_notes.Count}</a></sup>");
    }

    private IEnumerable<Paragraph> NoteParagraphs((bool AtEnd, long Id) note)
    {
        FootnoteEndnoteType? found = note.AtEnd
            ? main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(each => each.Id?.Value == note.Id)
            : main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(each => each.Id?.Value == note.Id);
        return found?.Descendants<Paragraph>() ?? [];
    }

    private void Emphasised(OpenXmlElement part, string text)
    {
        var look = part.Ancestors<Run>().FirstOrDefault()?.RunProperties;
        var (strong, emphasis) = (IsOn(look?.Bold), IsOn(look?.Italic));
        html.Tag(strong ? "<strong>" : string.Empty).Tag(emphasis ? "<em>" : string.Empty).Text(text)
            .Tag(emphasis ? "</em>" : string.Empty).Tag(strong ? "</strong>" : string.Empty);
    }

    // Deleted text has an element of its own, so it is never met here; text boxes repeat their content for older programs.
    private static IEnumerable<OpenXmlElement> Shown(OpenXmlElement element) => element.Descendants()
        .Where(part => part is Text or Break or CarriageReturn or TabChar or NoBreakHyphen or FootnoteReference or EndnoteReference or Drawing)
        .Where(part => !part.Ancestors().Any(above => above is DeletedRun or MoveFromRun or AlternateContentFallback
            || (above is Run run && IsOn(run.RunProperties?.Vanish))));

    private static bool IsOn(OnOffType? mark) => mark is not null && (mark.Val?.Value ?? true);

    private byte[]? Bytes(ImagePart image)
    {
        using var content = image.GetStream(FileMode.Open, FileAccess.Read);
        using var copy = new MemoryStream();
        var piece = new byte[64 * 1024];
        int count;
        while ((count = content.Read(piece)) > 0)
        {
            copy.Write(piece, 0, count);
            if (copy.Length > MostPictureBytes || _pictureBytes + copy.Length > MostPicturesBytes)
            {
                return null;
            }
        }

        _pictureBytes += (int)copy.Length;
        return copy.ToArray();
    }
}
