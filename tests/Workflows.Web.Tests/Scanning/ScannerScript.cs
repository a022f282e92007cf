namespace Workflows.Web.Tests.Scanning;

/// <summary>A scanner of the tests' own: a real program that reads what it is given, and finds the test file and one word.</summary>
internal sealed class ScannerScript : IDisposable
{
    /// <summary>What it finds, beside the harmless test file.</summary>
    public const string Bad = "worm-of-the-tests";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows-scanner-");

    public ScannerScript(string? body = null)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "scanner");
        File.WriteAllText(Path, "#!/bin/sh\n" + (body ?? $"if grep -q -a -e '{Bad}' -e 'EICAR-STANDARD'; then echo 'stream: Worm.Test FOUND'; exit 1; fi\nexit 0\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
