namespace Workflows.Screening.Reading;

/// <summary>Bounds on what is read of one document. What lies beyond is told as unread, never passed over.</summary>
internal static class ReadingLimits
{
    /// <summary>Bytes of all parts of a package together, once expanded.</summary>
    public const long ExpandedBytes = 256L * 1024 * 1024;

    /// <summary>Bytes of one part, once expanded.</summary>
    public const long PartBytes = 96L * 1024 * 1024;

    public const int PackageParts = 5_000;

    public const int XmlDepth = 512;

    /// <summary>Characters of text of one document.</summary>
    public const int Characters = 8_000_000;

    public const int Pages = 3_000;

    /// <summary>Passages of one document.</summary>
    public const int Passages = 200_000;

    /// <summary>Characters of one passage; longer text is told in several.</summary>
    public const int PassageCharacters = 20_000;

    /// <summary>How deep documents within documents are read.</summary>
    public const int Nesting = 3;
}
