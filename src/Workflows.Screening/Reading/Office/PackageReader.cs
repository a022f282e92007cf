using System.IO.Compression;

namespace Workflows.Screening.Reading.Office;

/// <summary>
/// Reads a package of XML parts: a Word document whole, its relatives (spreadsheets, slides, OpenDocument) by their text. Read with a
/// forward reader of our own rather than a document model, because every part counts, known or not, within bounds that hold
/// against parts made to exhaust memory.
/// </summary>
internal static class PackageReader
{
    private static readonly string[] s_silent = [".odttf", ".fntdata", ".ttf", ".otf"];

    public static DocumentText Read(ReadOnlyMemory<byte> bytes, TextCollector into, CancellationToken stop)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > ReadingLimits.PackageParts)
        {
            into.CannotRead("limit", page: null, $"It has more than {ReadingLimits.PackageParts:N0} parts and was not read.");
            return into.Text("package", pages: null);
        }

        var left = ReadingLimits.ExpandedBytes;
        int? pages = null;
        foreach (var entry in archive.Entries.OrderBy(Order).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            if (entry.FullName.EndsWith('/') || entry.Length == 0)
            {
                continue;
            }

            if (Expand(entry, Math.Min(left, ReadingLimits.PartBytes)) is not { } part)
            {
                into.CannotRead("limit", page: null, "It holds a part that is too large, or locked, to be read.", entry.FullName);
                continue;
            }

            left -= part.Length;
            try
            {
                pages = ReadPart(entry.FullName, part, into, stop) ?? pages;
            }
            catch (Exception problem) when (problem is System.Xml.XmlException or InvalidDataException)
            {
                into.CannotRead("damaged", page: null, "A part of it is damaged, or too deep, and could not be read to its end.", entry.FullName);
            }
        }

        if (archive.Entries.Any(entry => entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            into.CannotRead("format", page: null, "It holds a program (macros), which was not read.");
        }

        var kind = archive.GetEntry("word/document.xml") is not null ? "Word document"
            : archive.GetEntry("xl/workbook.xml") is not null ? "spreadsheet"
            : archive.GetEntry("content.xml") is not null ? "OpenDocument" : "package";
        if (kind != "Word document")
        {
            into.CannotRead("format", page: null, $"It is a {kind}: its text was read, but not as surely as that of a Word document or PDF.");
        }

        return into.Text(kind, pages);
    }

    // The text first, then what belongs to it, the properties last.
    private static int Order(ZipArchiveEntry entry) => entry.FullName switch
    {
        "word/document.xml" or "content.xml" => 0,
        _ when entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase) => 1,
        _ when entry.FullName.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) => 3,
        _ => 2,
    };

    private static int? ReadPart(string name, byte[] part, TextCollector into, CancellationToken stop)
    {
        if (PictureReader.IsPicture(part))
        {
            PictureReader.Read(part, page: null, name.Contains("thumbnail", StringComparison.OrdinalIgnoreCase) ? "a small picture of the document" : "a picture", into);
        }
        else if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            PropertyReader.Links(part, into);
        }
        else if (name == "[Content_Types].xml" || s_silent.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || name.Contains("printerSettings", StringComparison.OrdinalIgnoreCase) || name == "mimetype")
        {
            return null;
        }
        else if (name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) || name is "meta.xml")
        {
            PropertyReader.Properties(part, into);
        }
        else if (IsXml(part))
        {
            return new WordPartReader(name, part, into).Read(stop);
        }
        else if (name.Contains("embeddings/oleObject", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            if (!name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                into.CannotRead("format", page: null, "It holds an embedded object that cannot be read here.", name);
            }
        }
        else
        {
            DocumentReader.ReadInner(part, "", into, stop);
        }

        return null;
    }

    private static bool IsXml(byte[] part)
    {
        var start = part.AsSpan(0, Math.Min(part.Length, 200));
        start = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        return start.TrimStart(" \r\n\t"u8).StartsWith("<?xml"u8)
            || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'<', 0]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF, 0, (byte)'<'])
            || (start.TrimStart(" \r\n\t"u8).StartsWith("<"u8) && start.IndexOf("xmlns"u8) > 0 && start.IndexOf("<html"u8) < 0);
    }

    // What a part says of its own size cannot be trusted: it is counted while it is expanded.
    private static byte[]? Expand(ZipArchiveEntry entry, long most)
    {
        try
        {
            using var stream = entry.Open();
            using var kept = new MemoryStream((int)Math.Clamp(entry.Length, 0, 4 * 1024 * 1024));
            var buffer = new byte[81_920];
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                if (kept.Length + count > most)
                {
                    return null;
                }

                kept.Write(buffer, 0, count);
            }

            return kept.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
