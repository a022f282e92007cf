namespace Workflows.Process.Definitions;

/// <summary>The JSON Schema of definition files (draft 7), for editors. The reader refuses more than it can say.</summary>
internal static class DefinitionSchema
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>The schema's text.</summary>
    public static string Text => Loaded.Value;

    private static string Load()
    {
        using var reader = new StreamReader(
            typeof(DefinitionSchema).Assembly.GetManifestResourceStream("Workflows.Process.Definitions.process.schema.json")!);
        return reader.ReadToEnd();
    }
}
