using Workflows.Contracts;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Files;

namespace Workflows.Sqlite.Tests;

public sealed class SqliteChainedLogTests : ChainedLogContract
{
    private readonly TestFolder _folder = new();
    private SqliteStore? _store;

    protected override async Task<IChainedLog> OpenAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _store = SqliteStore.Open(_folder["data"]);
        return _store.Chains;
    }

    protected override async Task CloseAsync()
    {
        await _store!.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class FileChainedLogTests : ChainedLogContract
{
    private readonly TestFolder _folder = new();

    protected override string Prefix => "anchors/";

    [Fact]
    public async Task A_line_that_a_crash_left_unfinished_is_not_there_and_does_not_stand_in_the_way()
    {
        var log = new FileChainedLog(_folder["torn"]);
        await log.AppendAsync("anchors/2026", 0, [new JournalLine(1, "one"u8.ToArray())], CancellationToken.None);
        await File.AppendAllTextAsync(Path.Combine(_folder["torn"], "anchors-2026.ndjson"), "half a li");

        Assert.Single(await log.ReadAsync("anchors/2026", 0, CancellationToken.None));
        Assert.Equal(
            AppendOutcome.Appended,
            await log.AppendAsync("anchors/2026", 1, [new JournalLine(2, "two"u8.ToArray())], CancellationToken.None));
        Assert.Equal("one\ntwo\n", await File.ReadAllTextAsync(Path.Combine(_folder["torn"], "anchors-2026.ndjson")));
    }

    protected override Task<IChainedLog> OpenAsync() => Task.FromResult<IChainedLog>(new FileChainedLog(_folder["anchors"]));

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
