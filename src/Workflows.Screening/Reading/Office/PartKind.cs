namespace Workflows.Screening.Reading.Office;

/// <summary>What a part of a package is, by its name.</summary>
internal sealed class PartKind
{
    public PartKind(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..].ToLowerInvariant();
        IsMain = name is "word/document.xml" or "content.xml";
        (Part, Name) = file switch
        {
            _ when IsMain => (DocumentPart.Body, "text"),
            _ when file.StartsWith("header", StringComparison.Ordinal) => (DocumentPart.HeaderOrFooter, "header"),
            _ when file.StartsWith("footer", StringComparison.Ordinal) => (DocumentPart.HeaderOrFooter, "footer"),
            _ when file.StartsWith("footnotes", StringComparison.Ordinal) => (DocumentPart.Note, "footnote"),
            _ when file.StartsWith("endnotes", StringComparison.Ordinal) => (DocumentPart.Note, "endnote"),
            _ when file.StartsWith("comments", StringComparison.Ordinal) || file.StartsWith("people", StringComparison.Ordinal) =>
                (DocumentPart.Comment, "comment"),
            _ when name.Contains("/charts/", StringComparison.OrdinalIgnoreCase) || name.Contains("/diagrams/", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/drawings/", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".svg", StringComparison.Ordinal) =>
                (DocumentPart.Drawing, "drawing"),
            _ when name.StartsWith("customXml", StringComparison.OrdinalIgnoreCase) => (DocumentPart.Property, "data in the file"),
            _ => (DocumentPart.Body, "further text"),
        };
        HoldsText = file is not ("styles.xml" or "theme1.xml" or "fonttable.xml" or "websettings.xml" or "numbering.xml");
    }

    public bool IsMain { get; }

    public DocumentPart Part { get; }

    public string Name { get; }

    /// <summary>Whether names in it are of the document rather than of its looks.</summary>
    public bool HoldsText { get; }
}
