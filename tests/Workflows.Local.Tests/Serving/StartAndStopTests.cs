using System.Net;
using System.Net.Sockets;
using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Serving;

public sealed class StartAndStopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_starts_from_nothing_says_where_to_go_answers_and_stops_cleanly()
    {
        var data = _folder.Of("new/data");
        var (program, client) = await LocalProgram.ServeAsync(data, "2026-01-05T09:00:00Z");
        await using var ending = program;
        using var closing = client;
        using (var health = await client.Http.GetAsync("/healthz"))
        {
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }

        await client.SignInAsync("business.manager");
        await client.OpenAsync("START-1", "2026-01-05");
        Assert.Equal(0, await program.StopAsync());
        Assert.Contains("Monday 5 January 2026", program.Output, StringComparison.Ordinal);
        Assert.Contains($"URL={client.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}", program.Output, StringComparison.Ordinal);
        Assert.Contains("Everything is kept.", program.Output, StringComparison.Ordinal);
        Assert.Empty(program.Error);
        var verified = await Verb.RunAsync("verify", data);
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
        Assert.Contains("Looked at 1 reviews", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_for_their_owner_alone()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path);
        await using var ending = program;
        using var closing = client;
        if (OperatingSystem.IsWindows())
        {
            // There, the folder's own rights are passed on.
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner, File.GetUnixFileMode(_folder.Of("audit.key")));
        Assert.Equal(owner, File.GetUnixFileMode(_folder.Of("token.key")));
    }

    [Fact]
    public async Task A_folder_in_use_is_told_and_left_alone()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path);
        await using var ending = program;
        using var closing = client;
        await using var second = LocalProgram.Run("--urls", "http://127.0.0.1:0", "--data", _folder.Path);
        Assert.Equal(3, await second.EndAsync());
        Assert.Contains("in use by another running program", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var program = LocalProgram.Run("--urls", $"http://127.0.0.1:{port}", "--data", _folder.Path);
        Assert.Equal(3, await program.EndAsync());
        Assert.Contains($"http://127.0.0.1:{port} already", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(_folder.Of("file"), "no folder");
        await using var program = LocalProgram.Run("--urls", "http://127.0.0.1:0", "--data", _folder.Of("file/data"));
        Assert.Equal(3, await program.EndAsync());
        Assert.NotEmpty(program.Error);
        Assert.DoesNotContain("   at ", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_machines_reach_it_only_where_that_is_asked_for()
    {
        await using var program = LocalProgram.Run("--urls", "http://0.0.0.0:0", "--data", _folder.Of("data"));
        Assert.Equal(2, await program.EndAsync());
        Assert.Contains("sign in as anybody", program.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("data")));
    }

    [Fact]
    public async Task A_lost_audit_key_is_told_and_no_new_one_made()
    {
        var (program, client) = await LocalProgram.ServeAsync(_folder.Path, "2026-01-05T09:00:00Z");
        await using (program)
        {
            using var closing = client;
            await client.SignInAsync("business.manager");
            await client.OpenAsync("KEY-1", "2026-01-05");
            await program.StopAsync();
        }

        File.Delete(_folder.Of("audit.key"));
        await using var second = LocalProgram.Run("--urls", "http://127.0.0.1:0", "--data", _folder.Path);
        Assert.Equal(3, await second.EndAsync());
        Assert.Contains("audit.key' is missing", second.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Of("audit.key")));
    }
}
