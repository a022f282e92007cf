using System.Diagnostics;
using System.Net;
using System.Text;

namespace Workflows.Architecture.Tests;

/// <summary>A package that is reported weak fails the build, with the very properties that every project here has.</summary>
public sealed class AuditTests
{
    // One that is used here, so that it is on this machine; it is not weak, and is reported so by the test alone.
    private const string Reported = "YamlDotNet";

    [Fact]
    public async Task A_package_that_is_reported_weak_fails_the_build()
    {
        using var feed = new HttpListener();
        var address = Listen(feed);
        var answering = AnswerAsync(feed, address);
        var folder = Directory.CreateTempSubdirectory("workflows-audit-");
        try
        {
            Write(folder.FullName, address);

            var (code, output) = await RestoreAsync(folder.FullName);

            Assert.True(code != 0, output);
            Assert.Contains("error NU1903", output, StringComparison.Ordinal);
            Assert.Contains(Reported, output, StringComparison.Ordinal);
        }
        finally
        {
            feed.Stop();
            await answering;
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder, string address)
    {
        var root = Repository.Root;
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"<Project><Import Project=\"{Path.Combine(root, "Directory.Build.props")}\" /></Project>");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), $"<Project><Import Project=\"{Path.Combine(root, "Directory.Packages.props")}\" /></Project>");
        File.WriteAllText(
            Path.Combine(folder, "Weak.csproj"),
            $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"{Reported}\" /></ItemGroup></Project>");
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"<configuration><auditSources><clear /><add key=\"test\" value=\"{address}index.json\" protocolVersion=\"3\" allowInsecureConnections=\"true\" /></auditSources></configuration>");
    }

    private static async Task<(int Code, string Output)> RestoreAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "Weak.csproj", "-v", "minimal", "-nologo", "-p:RestoreUseStaticGraphEvaluation=false"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var restore = System.Diagnostics.Process.Start(start)!;
        var (output, errors) = (restore.StandardOutput.ReadToEndAsync(), restore.StandardError.ReadToEndAsync());
        await restore.WaitForExitAsync();
        return (restore.ExitCode, await output + await errors);
    }

    // A port that is free is found by trying.
    private static string Listen(HttpListener feed)
    {
        for (var tries = 0; ; tries++)
        {
            var address = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/";
            feed.Prefixes.Clear();
            feed.Prefixes.Add(address);
            try
            {
                feed.Start();
                return address;
            }
            catch (HttpListenerException) when (tries < 50)
            {
                // Somebody else has it.
            }
        }
    }

    // What a feed tells of weak packages, and nothing else.
    private static async Task AnswerAsync(HttpListener feed, string address)
    {
        while (feed.IsListening)
        {
            try
            {
                var request = await feed.GetContextAsync();
                var body = request.Request.Url!.AbsolutePath switch
                {
                    "/index.json" => $$"""{"version":"3.0.0","resources":[{"@id":"{{address}}reports.json","@type":"VulnerabilityInfo/6.7.0"}]}""",
                    "/reports.json" => $$"""[{"@name":"base","@id":"{{address}}base.json","@updated":"2026-01-01T00:00:00.0000000Z"}]""",
                    _ => $$"""{"{{Reported.ToLowerInvariant()}}":[{"url":"https://reports.example/1","severity":2,"versions":"(, 9999.0.0)"}]}""",
                };
                request.Response.ContentType = "application/json";
                await request.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                request.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
