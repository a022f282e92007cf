using System.Xml;

namespace Workflows.Screening.Reading.Office;

/// <summary>Opens XML from outside: nothing is fetched, nothing expands, and depth is bounded.</summary>
internal static class Xml
{
    public static XmlReader Open(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ReadingLimits.PartBytes,
        IgnoreComments = false,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    public static bool Advance(this XmlReader reader) => reader.Read() && (reader.Depth <= ReadingLimits.XmlDepth
        ? true
        : throw new XmlException($"Deeper than {ReadingLimits.XmlDepth} elements."));
}
