using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Health;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;

namespace Workflows.Contracts;

/// <summary>What was put into quarantine is anchored with all else, and whatever happens to its record is found and named, on every store.</summary>
public abstract class QuarantineChainContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly string s_chain = $"quarantine/{Process.Calendar.LondonTime.DateOf(TimeProvider.System.GetUtcNow()).Year}";
    private readonly AuditKey _key = new(new byte[32]);

    [Fact]
    public async Task Its_record_is_anchored_and_found_sound()
    {
        var anchors = await AnchoredAsync();

        Assert.Contains(s_chain, anchors.Known);
        Assert.Empty(anchors.Problems);
        Assert.Empty(await CheckAsync(Place.Chains));
        Assert.Equal(HealthLevel.Good, (await SignAsync(Place.Chains)).Level);
    }

    [Theory]
    [InlineData("edit", "The chain {chain} is damaged at line 2")]
    [InlineData("remove", "The chain {chain} has a gap before line 3")]
    [InlineData("reorder", "The chain {chain} is damaged at line 2")]
    [InlineData("cut", "{chain} was cut off after entry 2")]
    [InlineData("lose", "{chain} is gone: it had 3 entries")]
    public async Task Whatever_is_done_to_it_is_found_and_named(string deed, string problem)
    {
        await AnchoredAsync();
        var spoiled = new SpoiledChain(Place.Chains, s_chain, deed);

        var found = await CheckAsync(spoiled);

        Assert.Contains(found, each => each.StartsWith(problem.Replace("{chain}", s_chain, StringComparison.Ordinal), StringComparison.Ordinal));
        var sign = await SignAsync(spoiled);
        Assert.Equal((HealthLevel.Look, "The record of the quarantine is not what was written."), (sign.Level, sign.Stands));
    }

    private async Task<Anchors> AnchoredAsync()
    {
        using var quarantine = new Quarantine(Place.Documents, Place.Chains, _key, TimeProvider.System);
        foreach (var finding in new[] { "One.Test", "Two.Test", "Three.Test" })
        {
            using var file = new MemoryStream([1, 2, 3]);
            await quarantine.KeepAsync(ReviewId.From("a review"), "report", "manager", finding, file, s_go);
        }

        using var keeper = Keeper();
        await keeper.MakeAsync(s_go);
        return await Anchors.ReadAsync(Place.Chains, _key, s_go);
    }

    private async Task<List<string>> CheckAsync(IChainedLog chains)
    {
        var found = new List<string>();
        var check = await AuditCheck.BeginAsync(new AnchorPlace(Place.Chains), chains, _key, s_go);
        await foreach (var problem in check.RestAsync(s_go))
        {
            found.Add(problem);
        }

        return found;
    }

    private AnchorKeeper Keeper() => new(
        new AnchorPlace(Place.Chains), Place.Journal, Place.Index, Place.Chains, _key, TimeProvider.System, NullLogger<AnchorKeeper>.Instance);

    private async Task<HealthSign> SignAsync(IChainedLog chains)
    {
        using var keeper = Keeper();
        return Assert.Single(await new ChainSigns(keeper, new AnchorPlace(Place.Chains), chains, _key, TimeProvider.System).LookAsync(s_go));
    }

    /// <summary>A log in which somebody did something to one chain behind the program's back.</summary>
    private sealed class SpoiledChain(IChainedLog log, string spoiled, string deed) : IChainedLog
    {
        public async Task<IReadOnlyList<JournalLine>> ReadAsync(string chain, long after, CancellationToken stop)
        {
            var lines = await log.ReadAsync(chain, after, stop);
            return chain != spoiled ? lines : deed switch
            {
                "edit" => [lines[0], Edited(lines[1]), lines[2]],
                "remove" => [lines[0], lines[2]],
                "reorder" => [lines[0], lines[2] with { Sequence = 2 }, lines[1] with { Sequence = 3 }],
                "cut" => [lines[0], lines[1]],
                _ => [],
            };
        }

        public Task<AppendOutcome> AppendAsync(string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop) =>
            log.AppendAsync(chain, expected, lines, stop);

        public async IAsyncEnumerable<ChainSize> ListAsync(string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            await foreach (var chain in log.ListAsync(prefix, stop))
            {
                if (chain.Chain != spoiled || deed != "lose")
                {
                    yield return chain;
                }
            }
        }

        private static JournalLine Edited(JournalLine line) => line with
        {
            Utf8 = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(line.Utf8.Span).Replace("Two.Test", "Nothing", StringComparison.Ordinal)),
        };
    }
}
