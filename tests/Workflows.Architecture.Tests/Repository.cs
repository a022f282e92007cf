using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Workflows.Architecture.Tests;

/// <summary>The files of this repository, as a reader of it gets them.</summary>
internal static class Repository
{
    private static readonly string[] s_binary = [".png", ".jpg", ".ico", ".woff", ".woff2", ".pdf", ".docx", ".zip", ".db"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Paths from the root, with forward slashes: what is tracked, and what is new and not ignored.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. List().Order(StringComparer.Ordinal)];

    public static IEnumerable<string> TextFiles => Files.Where(file => !s_binary.Contains(Path.GetExtension(file)));

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<string> List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var git = System.Diagnostics.Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return files.Distinct().Where(file => File.Exists(Path.Combine(Root, file)));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
