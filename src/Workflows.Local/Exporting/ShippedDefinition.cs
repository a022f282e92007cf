using Workflows.Process.Definitions;

namespace Workflows.Local.Exporting;

/// <summary>The text of a released definition, as it stands in the program.</summary>
internal static class ShippedDefinition
{
    /// <summary>The text, or null where this release does not hold that version.</summary>
    /// <param name="key">Name and version, such as <c>lcspr@2026.1</c>.</param>
    public static string? TextOf(string key)
    {
        var assembly = typeof(ProcessCatalogue).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Workflows.Process.Definitions.Shipped.{key}.yaml");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
