using System.Diagnostics;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Verbs;

/// <summary>
/// Claim: a stranger can verify an export from its README.txt alone. The verifier was written from it, and refers to nothing of
/// the product.
/// </summary>
public sealed class ExportVerifierTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task A_whole_export_is_found_sound_and_says_that_it_was_exported()
    {
        using var folder = new TemporaryFolder();
        var export = await ExportAsync(folder);

        var (code, output) = await VerifyAsync(export);

        Assert.True(code == 0, output);
        Assert.Matches("^[1-9][0-9]+ lines, [0-9]+ documents and [4-9] anchored heads: 0 problems", output);
        var looks = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(export, "reviews", served.Reviews[0]), "looks-*.ndjson").Order().Last());
        Assert.Contains("\"by\":\"operator\",\"what\":\"export\"", looks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal.ndjson", "an entry changed")]
    [InlineData("journal.ndjson", "the last entry cut off")]
    [InlineData("journal.ndjson", "an entry removed")]
    [InlineData("looks-2026.ndjson", "an entry changed")]
    public async Task What_was_changed_in_an_export_is_found(string file, string deed)
    {
        using var folder = new TemporaryFolder();
        var export = await ExportAsync(folder);
        var path = Path.Combine(export, "reviews", served.Reviews[0], file);
        var lines = await File.ReadAllLinesAsync(path);
        string[] spoiled = deed switch
        {
            "an entry changed" => [lines[0].Replace("2026", "2025", StringComparison.Ordinal), .. lines[1..]],
            "an entry removed" => [lines[0], .. lines[2..]],
            _ => lines[..^1],
        };
        await File.WriteAllTextAsync(path, string.Concat(spoiled.Select(line => line + "\n")));

        var (code, output) = await VerifyAsync(export);

        Assert.Equal(1, code);
        Assert.Contains(served.Reviews[0], output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an entry changed")]
    [InlineData("the last entry cut off")]
    [InlineData("an entry removed")]
    [InlineData("all of it lost")]
    public async Task What_was_changed_in_the_record_of_the_quarantine_is_found(string deed)
    {
        using var folder = new TemporaryFolder();
        var export = await ExportAsync(folder);
        var path = Path.Combine(export, "quarantine", "quarantine-2026.ndjson");
        var lines = await File.ReadAllLinesAsync(path);
        Assert.Equal(3, lines.Length);
        string[] spoiled = deed switch
        {
            "an entry changed" => [lines[0].Replace("Worm", "Tame", StringComparison.Ordinal), .. lines[1..]],
            "an entry removed" => [lines[0], .. lines[2..]],
            "all of it lost" => [],
            _ => lines[..^1],
        };
        await File.WriteAllTextAsync(path, string.Concat(spoiled.Select(line => line + "\n")));

        var (code, output) = await VerifyAsync(export);

        Assert.Equal(1, code);
        Assert.Contains("quarantine/2026", output, StringComparison.Ordinal);
    }

    private async Task<string> ExportAsync(TemporaryFolder folder)
    {
        var run = await Verb.RunAsync("export", "--data", served.Copy(), "--to", folder.Of("export"));
        Assert.True(run.Code == 0, run.Error);
        return folder.Of("export");
    }

    private async Task<(int Code, string Output)> VerifyAsync(string export)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflows.Verifier.dll"), export, Path.Combine(served.Data, "audit.key")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var verifier = System.Diagnostics.Process.Start(start)!;
        var output = await verifier.StandardOutput.ReadToEndAsync();
        await verifier.WaitForExitAsync();
        return (verifier.ExitCode, output);
    }
}
