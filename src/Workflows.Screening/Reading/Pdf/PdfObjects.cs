using MetadataExtractor.Formats.Xmp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;
using Workflows.Screening.Reading.Office;

namespace Workflows.Screening.Reading.Pdf;

/// <summary>Reads the words that a PDF's objects hold beside the pages: properties, form fields, bookmarks, links, descriptions, XMP.</summary>
internal static class PdfObjects
{
    private const int MostObjects = 200_000;
    private const int MostDepth = 64;

    private static readonly Dictionary<string, (DocumentPart Part, string Where)> s_keys = new()
    {
        ["Title"] = (DocumentPart.Property, "title or bookmark"),
        ["Author"] = (DocumentPart.Property, "property Author"),
        ["Subject"] = (DocumentPart.Property, "property Subject"),
        ["Subj"] = (DocumentPart.Comment, "subject of an annotation"),
        ["Keywords"] = (DocumentPart.Property, "property Keywords"),
        ["Contents"] = (DocumentPart.Comment, "annotation"),
        ["RC"] = (DocumentPart.Comment, "annotation"),
        ["T"] = (DocumentPart.FieldOrLink, "name of a form field, or author of an annotation"),
        ["TU"] = (DocumentPart.FieldOrLink, "form field"),
        ["V"] = (DocumentPart.FieldOrLink, "form field"),
        ["DV"] = (DocumentPart.FieldOrLink, "form field"),
        ["URI"] = (DocumentPart.FieldOrLink, "target of a link"),
        ["JS"] = (DocumentPart.FieldOrLink, "script"),
        ["Alt"] = (DocumentPart.PictureDescription, "description"),
        ["ActualText"] = (DocumentPart.PictureDescription, "text in place of what is shown"),
        ["E"] = (DocumentPart.PictureDescription, "text in place of an abbreviation"),
        ["Desc"] = (DocumentPart.Attachment, "description of a file"),
        ["F"] = (DocumentPart.Attachment, "name of a file"),
        ["UF"] = (DocumentPart.Attachment, "name of a file"),
        ["Name"] = (DocumentPart.FieldOrLink, "name of a layer"),
    };

    public static void Read(PdfDocument document, TextCollector into, CancellationToken stop)
    {
        Properties(document, into);
        var told = new HashSet<string>();
        var count = 0;
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if ((++count & 0x3FF) == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            if (count > MostObjects)
            {
                into.CannotRead("limit", page: null, $"It has more than {MostObjects:N0} objects, not all of which were read.");
                return;
            }

            Visit(document, reference, told, into);
        }
    }

    private static void Properties(PdfDocument document, TextCollector into)
    {
        foreach (var (key, value) in document.Information.DocumentInformationDictionary?.Data ?? new Dictionary<string, IToken>())
        {
            if (key is "CreationDate" or "ModDate" or "Title" or "Subject" or "Keywords" || Text(value) is not { } text)
            {
                continue;
            }

            if (key == "Author")
            {
                PropertyReader.Person(text, DocumentPart.Property, "property Author", into);
            }
            else
            {
                into.Add(text, DocumentPart.Property, page: null, $"property {key[..Math.Min(key.Length, 60)]}");
            }
        }

        if (document.TryGetXmpMetadata(out var xmp) && xmp is not null)
        {
            Metadata(xmp.GetXmlBytes().ToArray(), into);
        }
    }

    private static void Visit(PdfDocument document, IndirectReference reference, HashSet<string> told, TextCollector into)
    {
        IToken? root;
        try
        {
            root = document.Structure.GetObject(reference)?.Data;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            into.CannotRead("damaged", page: null, "A part of it is damaged and could not be read.", $"object-{reference.ObjectNumber}");
            return;
        }

        var open = new Stack<(string Key, IToken Token, int Depth)>();
        if (root is not null)
        {
            open.Push(("", root, 0));
        }

        while (open.TryPop(out var next))
        {
            var dictionary = next.Token as DictionaryToken ?? (next.Token as StreamToken)?.StreamDictionary;
            if (dictionary is not null && next.Depth < MostDepth)
            {
                foreach (var (key, value) in dictionary.Data)
                {
                    open.Push((key, value, next.Depth + 1));
                }

                if (next.Token is StreamToken stream && dictionary.TryGet(NameToken.Type, out NameToken type) && type.Data == "Metadata")
                {
                    Metadata(stream.Decode(DefaultFilterProvider.Instance).ToArray(), into);
                }
            }
            else if (next.Token is ArrayToken array && next.Depth < MostDepth)
            {
                foreach (var value in array.Data)
                {
                    open.Push((next.Key, value, next.Depth + 1));
                }
            }
            else if (s_keys.TryGetValue(next.Key, out var place) && Text(next.Token) is { } text && told.Add($"{next.Key}|{text}"))
            {
                into.Add(text, place.Part, page: null, place.Where);
            }
        }
    }

    private static void Metadata(byte[] bytes, TextCollector into)
    {
        try
        {
            foreach (var (name, value) in new XmpReader().Extract(bytes).GetXmpProperties())
            {
                if (!name.Contains("Date", StringComparison.OrdinalIgnoreCase) && !name.Contains("when", StringComparison.Ordinal))
                {
                    into.Add(value ?? "", DocumentPart.Property, page: null, $"property {name[..Math.Min(name.Length, 60)]}");
                }
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            into.CannotRead("damaged", page: null, "Its metadata (XMP) is damaged and could not be read.");
        }
    }

    private static string? Text(IToken token) => token switch
    {
        StringToken text when text.Data.Length > 0 => text.Data,
        HexToken hex when hex.Bytes is [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode.GetString(hex.Bytes.ToArray(), 2, hex.Bytes.Length - 2),
        HexToken hex when hex.Data.Length > 0 => hex.Data,
        _ => null,
    };
}
