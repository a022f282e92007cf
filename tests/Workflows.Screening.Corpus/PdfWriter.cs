using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Workflows.Screening.Corpus;

/// <summary>Writes PDFs the ways programs do: a line at once, with kerning between letters, letter by letter, and with codes of its own.</summary>
internal sealed class PdfWriter(Random random)
{
    private const int Columns = 88;
    private const int Lines = 46;
    private const string Order = "etaoinshrdlucmfwypvbgkjqxz ETAOINSHRDLUCMFWYPVBGKJQXZ0123456789.,;:-'()/@_+[]&#\"!?%£=";

    private static readonly int[] s_widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private readonly List<string> _lines = [];
    private readonly List<(int Page, string Text)> _notes = [];
    private readonly List<string> _properties = [];

    public int Pages => Math.Max(1, (_lines.Count + Lines - 1) / Lines);

    public void Paragraph(string text)
    {
        foreach (var line in Wrapped(text))
        {
            _lines.Add(line);
        }

        _lines.Add("");
    }

    public void Plant(Planted planted)
    {
        switch (random.Next(10))
        {
            case 0:
                _notes.Add((Pages - 1, planted.Sentence));
                break;
            case 1:
                _properties.Add(planted.Sentence);
                break;
            default:
                Paragraph(planted.Sentence);
                break;
        }
    }

    public byte[] Bytes()
    {
        var objects = new List<byte[]>();
        int Add(string text) => Raw(Encoding.Latin1.GetBytes(text));
        int Raw(byte[] bytes)
        {
            objects.Add(bytes);
            return objects.Count;
        }

        var pageIds = new List<int>();
        var widths = string.Join(' ', s_widths);
        var font = Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [{widths}] >>");
        var map = Raw(Stream(ToUnicode()));
        var ownWidths = string.Join(' ', Order.Select(Width));
        var descriptor = Add("<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        var own = Add($"<< /Type /Font /Subtype /Type1 /FontDescriptor {descriptor} 0 R /BaseFont /ABCDEF+Own /FirstChar 33 /LastChar {32 + Order.Length} /Widths [{ownWidths}] /ToUnicode {map} 0 R >>");
        var pagesId = objects.Count + 1 + (Pages * 2) + _notes.Count;
        for (var page = 0; page < Pages; page++)
        {
            var content = Raw(Stream(Content(page)));
            var notes = _notes.Where(note => note.Page == page).Select(note => $"{Add($"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents {Text(note.Text)} >>")} 0 R").ToArray();
            pageIds.Add(Add($"<< /Type /Page /Parent {pagesId} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 {font} 0 R /F2 {own} 0 R >> >> /Contents {content} 0 R /Annots [{string.Join(' ', notes)}] >>"));
        }

        var pages = Add($"<< /Type /Pages /Kids [{string.Join(' ', pageIds.Select(id => $"{id} 0 R"))}] /Count {pageIds.Count} >>");
        var info = Add($"<< /Producer (corpus) {string.Concat(_properties.Select((text, at) => $"/Note{at} {Text(text)} "))}>>");
        var catalog = Add($"<< /Type /Catalog /Pages {pages} 0 R >>");
        return File(objects, catalog, info);
    }

    private static byte[] File(List<byte[]> objects, int catalog, int info)
    {
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n");
        var offsets = new List<long>();
        for (var at = 0; at < objects.Count; at++)
        {
            offsets.Add(file.Position);
            Write($"{at + 1} 0 obj\n");
            file.Write(objects[at]);
            Write("\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:0000000000} 00000 n \n"))}");
        Write($"trailer\n<< /Size {objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private string Content(int page)
    {
        var content = new StringBuilder("BT\n");
        for (var line = 0; line < Lines && (page * Lines) + line < _lines.Count; line++)
        {
            var text = _lines[(page * Lines) + line];
            var y = 760 - (line * 15);
            var way = random.Next(5);
            if (way == 4 && text.All(each => Order.Contains(each, StringComparison.Ordinal)))
            {
                content.Append($"/F2 11 Tf 1 0 0 1 50 {y} Tm <{string.Concat(text.Select(each => (33 + Order.IndexOf(each)).ToString("X2")))}> Tj\n");
            }
            else if (way == 3)
            {
                Letters(content, text, y);
            }
            else
            {
                content.Append($"/F1 11 Tf 1 0 0 1 50 {y} Tm {(way == 2 ? Kerned(text) : $"{Text(text)} Tj")}\n");
            }
        }

        return content.Append("ET").ToString();
    }

    private static void Letters(StringBuilder content, string text, int y)
    {
        content.Append("/F1 11 Tf\n");
        var x = 50.0;
        foreach (var each in text)
        {
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {x:0.00} {y} Tm {Text(each.ToString())} Tj\n");
            x += Width(each) * 0.011;
        }
    }

    private string Kerned(string text)
    {
        var parts = new StringBuilder("[");
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(1, 7), text.Length - at);
            parts.Append($"{Text(text.Substring(at, length))} {random.Next(-40, 60)} ");
            at += length;
        }

        return parts.Append("] TJ").ToString();
    }

    private static int Width(char each) => each is >= ' ' and <= '~' ? s_widths[each - 32] : 556;

    private static string ToUnicode() =>
        $"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{Order.Length} beginbfchar\n{string.Concat(Order.Select((each, at) => $"<{33 + at:X2}> <{(int)each:X4}>\n"))}endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";

    private static byte[] Stream(string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.Latin1.GetBytes(content));
        }

        return [.. Encoding.Latin1.GetBytes($"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    private static string Text(string text) => $"({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})";

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= Columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
