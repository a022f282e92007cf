using System.Text;
using Workflows.Reviews.Ports;

namespace Workflows.Contracts;

/// <summary>What every store of chains must do.</summary>
public abstract class ChainedLogContract : IAsyncLifetime
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private IChainedLog? _log;

    private IChainedLog Log => _log ?? throw new InvalidOperationException("The test has no log yet.");

    /// <summary>How the names of chains begin in these tests; a year follows.</summary>
    protected virtual string Prefix => "looks/one/";

    /// <summary>The log of the running test: empty at first, and the same place however often it is opened.</summary>
    protected abstract Task<IChainedLog> OpenAsync();

    /// <summary>Removes what the test made.</summary>
    protected abstract Task CloseAsync();

    public async Task InitializeAsync() => _log = await OpenAsync();

    public Task DisposeAsync() => CloseAsync();

    [Fact]
    public async Task What_was_appended_comes_back_in_order_also_after_a_restart()
    {
        Assert.Equal(AppendOutcome.Appended, await Log.AppendAsync(Prefix + "2026", 0, Lines(1, 3), s_go));
        Assert.Equal(AppendOutcome.Appended, await Log.AppendAsync(Prefix + "2026", 3, Lines(4, 1), s_go));

        _log = await OpenAsync();

        Assert.Equal(["1 one", "2 two", "3 three", "4 four"], Texts(await Log.ReadAsync(Prefix + "2026", 0, s_go)));
        Assert.Equal(["4 four"], Texts(await Log.ReadAsync(Prefix + "2026", 3, s_go)));
        Assert.Equal(AppendOutcome.Appended, await Log.AppendAsync(Prefix + "2026", 4, Lines(5, 1), s_go));
        Assert.Empty(await Log.ReadAsync(Prefix + "2027", 0, s_go));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_append_on_another_position_changes_nothing(long expected)
    {
        await Log.AppendAsync(Prefix + "2026", 0, Lines(1, 2), s_go);

        Assert.Equal(AppendOutcome.Stale, await Log.AppendAsync(Prefix + "2026", expected, Lines(expected + 1, 1), s_go));

        Assert.Equal(2, (await Log.ReadAsync(Prefix + "2026", 0, s_go)).Count);
    }

    [Fact]
    public async Task Of_many_appends_on_one_position_one_is_taken()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Log.AppendAsync(Prefix + "2026", 0, Lines(1, 2), s_go)));

        Assert.Single(outcomes, AppendOutcome.Appended);
        Assert.Equal(2, (await Log.ReadAsync(Prefix + "2026", 0, s_go)).Count);
    }

    [Fact]
    public async Task Chains_are_listed_by_how_their_names_begin_and_grow()
    {
        await Log.AppendAsync(Prefix + "2027", 0, Lines(1, 1), s_go);
        await Log.AppendAsync(Prefix + "2026", 0, Lines(1, 1), s_go);
        var before = await ListAsync(Prefix);

        await Log.AppendAsync(Prefix + "2026", 1, Lines(2, 1), s_go);

        var after = await ListAsync(Prefix);
        Assert.Equal([Prefix + "2026", Prefix + "2027"], after.Select(each => each.Chain));
        Assert.True(after[0].Size > before[0].Size && after[1].Size == before[1].Size);
        Assert.Empty(await ListAsync("other/"));
    }

    [Fact]
    public async Task What_no_store_can_keep_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Log.AppendAsync("Looks", 0, Lines(1, 1), s_go));
        await Assert.ThrowsAsync<ArgumentException>(() => Log.AppendAsync("../looks", 0, Lines(1, 1), s_go));
        await Assert.ThrowsAsync<ArgumentException>(() => Log.AppendAsync(Prefix + "2026", 0, Lines(2, 1), s_go));
        await Assert.ThrowsAsync<ArgumentException>(() => Log.AppendAsync(Prefix + "2026", 0, [], s_go));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Log.AppendAsync(Prefix + "2026", 0, [new JournalLine(1, "a\nb"u8.ToArray())], s_go));
    }

    private static JournalLine[] Lines(long first, int count)
    {
        string[] words = ["one", "two", "three", "four", "five"];
        return [.. Enumerable.Range((int)first, count).Select(at => new JournalLine(at, Encoding.UTF8.GetBytes(words[at - 1])))];
    }

    private static IEnumerable<string> Texts(IEnumerable<JournalLine> lines) =>
        lines.Select(line => $"{line.Sequence} {Encoding.UTF8.GetString(line.Utf8.Span)}");

    private async Task<List<ChainSize>> ListAsync(string prefix)
    {
        var chains = new List<ChainSize>();
        await foreach (var chain in Log.ListAsync(prefix, s_go))
        {
            chains.Add(chain);
        }

        return chains;
    }
}
