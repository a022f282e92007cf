using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;

namespace Workflows.Crash;

/// <summary>The rules and the people under which the case of the crash matrix is lived.</summary>
internal static class CaseSetting
{
    /// <summary>Definitions with something of every kind; the newer version differs by its name alone.</summary>
    public static ProcessCatalogue Catalogue { get; } = ProcessCatalogue.Of(
    [
        ("lcspr@2026.1", () => Text("crash-case.yaml")),
        ("lcspr@2027.1", () => Text("crash-case.yaml").Replace("\"2026.1\"", "\"2027.1\"", StringComparison.Ordinal)),
        ("learning-review@2026.1", () => Text("crash-learning.yaml")),
    ]);

    /// <summary>A person a role: few letters.</summary>
    public static DirectorySource People() =>
        DirectorySource.OfFile(Path.Combine(AppContext.BaseDirectory, "crash-people.yaml"), TimeProvider.System, TimeSpan.FromDays(1));

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(CaseSetting).Assembly.GetManifestResourceStream($"Workflows.Crash.Case.{name}")!);
        return reader.ReadToEnd();
    }
}
