using System.IO.Compression;
using System.Xml;

namespace Workflows.Web.Publishing;

/// <summary>
/// Refuses a document whose parts nest deeper than any word processor writes, or claim to be larger than is read: the library
/// builds trees by recursion, and a stack that is used up ends the whole program.
/// </summary>
internal static class DocxDepth
{
    private const int Deepest = 200;
    private const long MostPartBytes = 200L * 1024 * 1024;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostPartBytes,
    };

    /// <summary>Looks through every part that is XML; the stream stands at its beginning afterwards.</summary>
    /// <exception cref="InvalidDataException">One nests too deep or is too large.</exception>
    public static void Check(Stream content)
    {
        using (var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true))
        {
            foreach (var part in zip.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            {
                using var stream = part.Open();
                using var reader = XmlReader.Create(stream, s_settings);
                while (reader.Read())
                {
                    if (reader.Depth > Deepest)
                    {
                        throw new InvalidDataException("A part of the document nests too deep.");
                    }
                }
            }
        }

        content.Position = 0;
    }
}
