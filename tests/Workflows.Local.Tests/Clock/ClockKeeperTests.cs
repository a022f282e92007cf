using Workflows.Local.Clock;
using Workflows.Local.Tests.Support;
using Workflows.Sqlite;

namespace Workflows.Local.Tests.Clock;

/// <summary>Claim: a program that ends by force after its clock was moved starts no earlier than it was moved to.</summary>
public sealed class ClockKeeperTests
{
    private static readonly DateTimeOffset s_target = TimeProvider.System.GetUtcNow().AddDays(10);

    [Fact]
    public async Task Upkeep_while_the_clock_is_on_its_way_does_not_write_over_where_it_is_going()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Of("data"));
        var (clock, notes) = (new MovableClock(TimeProvider.System), new SqliteNotes(store));
        using var keeper = new ClockKeeper(clock, notes, TimeProvider.System);
        await keeper.StartAsync(asked: null, CancellationToken.None);

        clock.Hold();
        await keeper.SaveAsync(s_target, CancellationToken.None);
        clock.StepTo(s_target.AddDays(-5));
        await keeper.SaveAsync(CancellationToken.None);

        Assert.True(await StartsAtAsync(notes) >= s_target);
        clock.StepTo(s_target);
        clock.Release();
        await keeper.SaveAsync(CancellationToken.None);
        Assert.True(await StartsAtAsync(notes) >= s_target);
    }

    // Where a program that is started now would stand.
    private static async Task<DateTimeOffset> StartsAtAsync(SqliteNotes notes)
    {
        var clock = new MovableClock(TimeProvider.System);
        var start = ClockStart.From(asked: null, await ClockNote.FindAsync(notes, CancellationToken.None), TimeProvider.System.GetUtcNow());
        clock.Start(start.Offset, start.NotBefore);
        return clock.GetUtcNow();
    }
}
