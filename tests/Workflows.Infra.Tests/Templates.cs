using System.Runtime.CompilerServices;

namespace Workflows.Infra.Tests;

/// <summary>The files under <c>infra/</c>, as they stand in the repository.</summary>
internal static class Templates
{
    public static string Root { get; } = Path.GetFullPath("../..", Path.GetDirectoryName(Here())!);

    public static string Infra { get; } = Path.Combine(Root, "infra");

    public static BicepFile Main { get; } = new(Path.Combine(Infra, "main.bicep"));

    /// <summary>Names of all templates, relative to <c>infra/</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Files("*.bicep")];

    /// <summary>Names of all parameter files, relative to <c>infra/</c>.</summary>
    public static IReadOnlyList<string> ParameterFiles { get; } = [.. Files("*.bicepparam")];

    public static BicepFile Open(string name) => new(Path.Combine(Infra, name));

    private static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateFiles(Infra, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Infra, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string file = "") => file;
}
