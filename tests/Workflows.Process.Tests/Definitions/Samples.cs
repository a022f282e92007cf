using System.Reflection;
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

    public static string TextOf(string name) => TextOf(typeof(Samples).Assembly, $"Definitions.{name}");

    /// <summary>The text of a definition that ships with the program.</summary>
    public static string Shipped(string key) =>
        TextOf(typeof(ProcessDefinition).Assembly, $"Workflows.Process.Definitions.Shipped.{key}.yaml");

    /// <summary>The text of any file that the tests carry; null where there is none of that name.</summary>
    public static string? Carried(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        using var reader = new StreamReader(stream!);
        return reader.ReadToEnd();
    }
}
