using System.IO.Compression;
using System.Security;
using System.Text;

namespace Workflows.Screening.Corpus;

/// <summary>Writes Word documents by their parts, so that details can be put wherever the format has room for them.</summary>
internal sealed class DocxWriter(Random random)
{
    private const string Main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private readonly StringBuilder _body = new();
    private readonly Dictionary<string, StringBuilder> _parts = [];
    private readonly StringBuilder _links = new();
    private int _number;

    public int Pages { get; private set; } = 1;

    public void Paragraph(string text) => _body.Append("<w:p>").Append(Run(text)).Append("</w:p>");

    public void PageBreak()
    {
        Pages++;
        _body.Append("<w:p><w:r><w:lastRenderedPageBreak/><w:t> </w:t></w:r></w:p>");
    }

    /// <summary>Plants a sentence somewhere that is not a plain run of the body.</summary>
    public void Plant(Planted planted)
    {
        var text = planted.Sentence;
        switch (random.Next(15))
        {
            case 0 or 1 or 2:
                _body.Append("<w:p>").Append(Split(text)).Append("</w:p>");
                break;
            case 3:
                _body.Append($"<w:tbl><w:tr><w:tc><w:p>{Run("Entry")}</w:p></w:tc><w:tc><w:p>{Split(text)}</w:p></w:tc></w:tr></w:tbl>");
                break;
            case 4:
                Part("footnotes").Append($"<w:footnote w:id=\"{++_number}\"><w:p>{Run(text)}</w:p></w:footnote>");
                break;
            case 5:
                Part("endnotes").Append($"<w:endnote w:id=\"{++_number}\"><w:p>{Split(text)}</w:p></w:endnote>");
                break;
            case 6:
                Part("header1").Append($"<w:p>{Run(text)}</w:p>");
                break;
            case 7:
                Part("footer1").Append($"<w:p>{Split(text)}</w:p>");
                break;
            case 8:
                Part("comments").Append($"<w:comment w:id=\"{++_number}\" w:author=\"Author\"><w:p>{Run(text)}</w:p></w:comment>");
                break;
            case 9:
                _body.Append($"<w:p>{Run("Kept. ")}<w:del w:id=\"{++_number}\" w:author=\"Author\"><w:r><w:delText xml:space=\"preserve\">{Escape(text)}</w:delText></w:r></w:del></w:p>");
                break;
            case 10:
                _body.Append($"<w:p>{Run(planted.Before)}<w:ins w:id=\"{++_number}\" w:author=\"Author\">{Split(planted.Shown)}</w:ins>{Run(planted.After)}</w:p>");
                break;
            case 11:
                _body.Append($"<w:p>{Run("Seen. ")}<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r></w:p>");
                break;
            case 12:
                var box = $"<w:txbxContent><w:p>{Split(text)}</w:p></w:txbxContent>";
                _body.Append($"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
                break;
            case 13:
                _body.Append($"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"{++_number}\" name=\"Picture\" descr=\"{Escape(text)}\"/></wp:inline></w:drawing></w:r></w:p>");
                break;
            default:
                Part("custom").Append($"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{++_number + 1}\" name=\"Note{_number}\"><vt:lpwstr>{Escape(text)}</vt:lpwstr></property>");
                break;
        }
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Write(archive, "word/document.xml", $"<w:document {Main}><w:body>{_body}</w:body></w:document>");
            Write(archive, "word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{_links}</Relationships>");
            Write(archive, "docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Report</dc:title></cp:coreProperties>");
            foreach (var (name, content) in _parts)
            {
                var (path, root) = name switch
                {
                    "custom" => ("docProps/custom.xml", "Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\""),
                    "header1" => ("word/header1.xml", $"w:hdr {Main}"),
                    "footer1" => ("word/footer1.xml", $"w:ftr {Main}"),
                    _ => ($"word/{name}.xml", $"w:{name} {Main}"),
                };
                Write(archive, path, $"<{root}>{content}</{root[..root.IndexOf(' ')]}>");
            }
        }

        return stream.ToArray();
    }

    private StringBuilder Part(string name) => _parts.TryGetValue(name, out var part) ? part : _parts[name] = new StringBuilder();

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r>";

    // As an editor leaves it after proofing: a word in several runs.
    private string Split(string text)
    {
        var runs = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(1, 9), text.Length - at);
            runs.Append(Run(text.Substring(at, length)));
            runs.Append(random.Next(4) == 0 ? "<w:proofErr w:type=\"spellStart\"/>" : "");
            at += length;
        }

        return runs.ToString();
    }

    private static string Escape(string text) => SecurityElement.Escape(text)!;

    private static void Write(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{xml}");
    }
}
