using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Workflows.AzureStorage.Tests;

/// <summary>A real storage emulator in a folder of its own, on a free port, gone at the end.</summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private System.Diagnostics.Process? _process;
    private int _port;

    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{_port}/devstoreaccount1;";

    /// <summary>Starts it; started again after <see cref="StopAsync"/>, it has the same port and what it had stored.</summary>
    public async Task StartAsync()
    {
        var program = Path.Combine(Root(), "tests", "azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");
        if (!File.Exists(program))
        {
            throw new InvalidOperationException("The storage emulator is not installed: run `npm ci` in tests/azurite (./test does).");
        }

        string[] arguments =
            [program, "--blobHost", "127.0.0.1", "--blobPort", $"{_port}", "--location", _folder, "--silent"];
        var start = new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        _process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("The emulator did not start.");
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _port = int.Parse(match.Groups["port"].Value);
                _ = _process.StandardOutput.ReadToEndAsync();
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException(
            $"The emulator ended: {string.Join(' ', said)} {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Stops it so that it writes down what it holds: it does so only now and then, and is killed otherwise.</summary>
    public async Task StopAsync()
    {
        using var signal = System.Diagnostics.Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync();
        Stop();
    }

    private void Stop()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Stop();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"successfully listens on http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
