namespace Workflows.Reviews.Directory;

/// <summary>The demonstration directory that ships with the program: one plainly fictional partnership, and the national bodies.</summary>
public static class DemonstrationDirectory
{
    private static readonly Lazy<string> ShippedText = new(ReadText);
    private static readonly Lazy<DirectorySnapshot> Shipped = new(Read);

    /// <summary>Its people, bodies and partnership. Every role of the shipped definitions is held by somebody.</summary>
    public static DirectorySnapshot Snapshot => Shipped.Value;

    /// <summary>Its file, to begin one's own from.</summary>
    public static string Text => ShippedText.Value;

    private static string ReadText()
    {
        using var reader = new StreamReader(
            typeof(DemonstrationDirectory).Assembly.GetManifestResourceStream("Workflows.Reviews.Directory.demonstration.yaml")!);
        return reader.ReadToEnd();
    }

    private static DirectorySnapshot Read()
    {
        var reading = DirectoryReader.Read(Text, "demonstration.yaml");
        return reading.Snapshot ?? throw new DirectoryFileException(reading.Problems);
    }
}
