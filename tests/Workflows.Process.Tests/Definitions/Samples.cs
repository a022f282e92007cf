using Workflows.Process.Definitions;

namespace Workflows.Process.Tests.Definitions;

/// <summary>Definitions that the tests start from.</summary>
internal static class Samples
{
    public static string Small { get; } = TextOf("small.yaml");

    public static ProcessDefinition Read(string text)
    {
        var reading = DefinitionReader.Read(text, "sample.yaml");
        Assert.True(reading.IsUsable, string.Join('\n', reading.Problems));
        return reading.Definition;
    }

    public static string TextOf(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream($"Definitions.{name}");
        using var reader = new StreamReader(stream!);
        return reader.ReadToEnd();
    }
}
