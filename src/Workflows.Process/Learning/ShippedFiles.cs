using Workflows.Process.Definitions;

namespace Workflows.Process.Learning;

/// <summary>The data files of this room that stand beside the definitions.</summary>
internal static class ShippedFiles
{
    private const string Folder = "Workflows.Process.Learning.Shipped.";
    private const string Suffix = ".yaml";

    /// <summary>The files whose names begin so, each with its version and text.</summary>
    public static IEnumerable<(string Name, (int First, int Second, int Third) Version, string Text)> Named(string beginning)
    {
        var assembly = typeof(ShippedFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + beginning, StringComparison.Ordinal)))
        {
            var name = resource[Folder.Length..];
            if (!ProcessVersion.TryParse(name[beginning.Length..^Suffix.Length], out var version))
            {
                throw new InvalidOperationException($"{name} is not named after its version.");
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (name, version, reader.ReadToEnd());
        }
    }
}
