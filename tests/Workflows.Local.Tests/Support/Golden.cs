using System.Runtime.CompilerServices;

namespace Workflows.Local.Tests.Support;

/// <summary>Texts that are printed, kept as files: with WORKFLOWS_WRITE_GOLDEN set they are written instead of compared.</summary>
internal static class Golden
{
    public static void Matches(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_WRITE_GOLDEN") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
