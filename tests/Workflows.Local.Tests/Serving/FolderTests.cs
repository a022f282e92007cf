using Workflows.Local.Tests.Support;

namespace Workflows.Local.Tests.Serving;

public sealed class FolderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _review = string.Empty;

    private string Data => _folder.Of("data");

    public async Task InitializeAsync()
    {
        var (program, client) = await LocalProgram.ServeAsync(Data, "2026-01-05T09:00:00Z");
        await using var ending = program;
        using var closing = client;
        await client.SignInAsync("business.manager");
        _review = await client.OpenAsync("FOLDER-1", "2026-01-05");
        Assert.NotEmpty(await client.LettersAsync());
        var backup = await Verb.RunAsync("backup", "--data", Data, "--to", _folder.Of("backup"));
        Assert.True(backup.Code == 0, backup.Error);
        Assert.Equal(0, await program.StopAsync());
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_changed_entry_is_found_and_its_place_named()
    {
        var database = Path.Combine(Data, "reviews.db");
        var bytes = await File.ReadAllBytesAsync(database);
        Assert.True(Falsify(bytes) > 0);
        await File.WriteAllBytesAsync(database, bytes);
        var run = await Verb.RunAsync("verify", Data);
        Assert.Equal(1, run.Code);
        Assert.Contains($"review {_review} is damaged at entry 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_made_while_serving_is_whole()
    {
        var run = await Verb.RunAsync("verify", _folder.Of("backup"), "--audit-key", Path.Combine(Data, "audit.key"));
        Assert.True(run.Code == 0, run.Output + run.Error);
        Assert.Contains("Looked at 1 reviews", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_holds_journal_summary_letters_rules_and_says_how_to_read_them()
    {
        var run = await Verb.RunAsync("export", "--data", Data, "--to", _folder.Of("export"), "--review", _review);
        Assert.True(run.Code == 0, run.Error);
        var journal = await File.ReadAllLinesAsync(_folder.Of($"export/reviews/{_review}/journal.ndjson"));
        Assert.Contains("\"reviewOpened\"", journal[0], StringComparison.Ordinal);
        Assert.Contains("FOLDER-1", await File.ReadAllTextAsync(_folder.Of($"export/reviews/{_review}/summary.json")), StringComparison.Ordinal);
        Assert.NotEmpty(await File.ReadAllLinesAsync(_folder.Of("export/letters.ndjson")));
        Assert.Contains("HMAC-SHA256", await File.ReadAllTextAsync(_folder.Of("export/README.txt")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Of("export/definitions"), "lcspr@*.yaml"));
        Assert.Equal(3, (await Verb.RunAsync("export", "--data", Data, "--to", _folder.Of("export"))).Code);
    }

    // Everywhere: pages that are no longer used may hold the same bytes.
    private static int Falsify(Span<byte> bytes)
    {
        var count = 0;
        while (bytes.IndexOf("\"harm\":\"harmed\""u8) is var at and >= 0)
        {
            bytes = bytes[at..];
            "\"harm\":\"harmex\""u8.CopyTo(bytes);
            count++;
        }

        return count;
    }
}
