using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Ports;
using Workflows.Sqlite;
using Workflows.Web.Tests.Learning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Keeping;

/// <summary>A destruction that breaks off after the papers are gone is carried on, and its certificate tells what there was.</summary>
public sealed class BrokenDestructionTests
{
    [Fact]
    public async Task It_is_carried_on_at_the_next_wake_and_nobody_is_shown_the_words_meanwhile()
    {
        await using var service = await WebService.StartAsync(change: services =>
            services.AddSingleton<IPrivatePapers>(provider => new BreakingPapers(provider.GetRequiredService<SqliteStore>().Papers)));
        var address = await service.OpenAsync();
        await service.DoAsync("manager", $"{address}/withdrawal", new { reason = "Quarrenden was not harmed." });
        service.Clock.MoveTo(new DateTimeOffset(2051, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await service.DoAsync("manager", $"{address}/retention/approval", new { });
        await service.DoAsync("police", $"{address}/retention/approval", new { });

        await service.WakeAsync();

        Assert.DoesNotContain("Quarrenden", await service.As("manager").GetStringAsync($"{address}/journal"));
        Assert.Equal("record-is-destroyed", (await service.RefusedAsync("manager", $"{address}/retention/holds", new { reason = "Wait." }, 409)).Rule());
        service.Clock.MoveTo(new DateTimeOffset(2051, 6, 1, 9, 5, 0, TimeSpan.Zero));
        await service.WakeAsync();
        Assert.Contains("words-key, destroyed", await service.As("manager").GetStringAsync($"{address}/retention/certificate"));
        Assert.Single(
            (await service.As("manager").GetStringAsync($"{address}/journal")).Split('\n'), line => line.Contains("recordDestroyed", StringComparison.Ordinal));
    }

    private sealed class BreakingPapers(IPrivatePapers real) : IPrivatePapers
    {
        private bool _broken;

        public Task PutAsync(ReviewId review, string name, ReadOnlyMemory<byte> bytes, CancellationToken stop) => real.PutAsync(review, name, bytes, stop);

        public Task<byte[]?> FindAsync(ReviewId review, string name, CancellationToken stop) => real.FindAsync(review, name, stop);

        public Task<IReadOnlyList<string>> NamesAsync(ReviewId review, CancellationToken stop) => real.NamesAsync(review, stop);

        public Task DestroyAsync(ReviewId review, string name, CancellationToken stop) => real.DestroyAsync(review, name, stop);

        public async Task DestroyAllAsync(ReviewId review, CancellationToken stop)
        {
            await real.DestroyAllAsync(review, stop);
            if (!_broken)
            {
                _broken = true;
                throw new StoreUnavailableException("Broken off.", new IOException());
            }
        }
    }
}
