using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>Whoever looks at a review is on record, and the business manager can see it.</summary>
public sealed class LookTests
{
    [Fact]
    public async Task Looks_at_a_review_its_journal_and_its_documents_are_on_record_with_who_and_when()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.StandsIn("commissioning"));

        await service.ReadAsync(address, "reviewer");
        await service.As("agency").GetStringAsync($"{address}/journal");
        (await service.As("assurer").GetAsync($"{address}/documents/rapid-review-report")).EnsureSuccessStatusCode();
        (await service.As("assurer").GetAsync($"{address}/documents/rapid-review-report?version=1")).EnsureSuccessStatusCode();

        var looks = await LooksAsync(service, address);
        Assert.Contains(looks, look => Is(look, "reviewer", "review"));
        Assert.Contains(looks, look => Is(look, "agency", "journal"));
        Assert.Contains(looks, look => Is(look, "assurer", "documents rapid-review-report"));
        Assert.Contains(looks, look => Is(look, "assurer", "documents rapid-review-report 1"));
        Assert.All(looks, look => Assert.Equal(service.Clock.GetUtcNow(), look.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromDays(800)));
    }

    [Fact]
    public async Task Those_who_may_not_see_a_review_leave_no_look_and_nobody_but_the_manager_sees_who_looked()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();

        Assert.Equal(404, (int)(await service.As("other.manager").GetAsync(address)).StatusCode);
        Assert.Equal(403, (int)(await service.As("agency").GetAsync($"{address}/looks")).StatusCode);

        Assert.DoesNotContain(await LooksAsync(service, address), look => look.GetProperty("user").GetString() == "other.manager");
    }

    [Fact]
    public async Task A_document_is_not_given_where_the_look_cannot_be_recorded_and_other_looks_are_kept_until_they_can()
    {
        var store = new Stubborn();
        await using var service = await WebService.StartAsync(change: services => services.AddSingleton<IChainedLog>(store));
        var address = await service.OpenUntilAsync(review => review.StandsIn("commissioning"));
        store.Refuses = true;

        var refused = await service.As("assurer").GetAsync($"{address}/documents/rapid-review-report");
        await service.ReadAsync(address, "reviewer");

        Assert.Equal(503, (int)refused.StatusCode);
        Assert.True(store.Refused > 0);
        store.Refuses = false;
        var looks = service.Services.GetRequiredService<LookLog>();
        await looks.RecordAsync(new Look(ReviewId.From("another"), "reviewer", "review", "interface"));
        Assert.Equal(0, looks.Unwritten);
        Assert.Contains(await LooksAsync(service, address), look => Is(look, "reviewer", "review"));
    }

    private static bool Is(JsonElement look, string user, string what) =>
        look.GetProperty("user").GetString() == user && look.GetProperty("what").GetString() == what
        && look.GetProperty("through").GetString() == "interface";

    // What was told before is on record when a look that waits for its answer has got it.
    private static async Task<JsonElement[]> LooksAsync(WebService service, string address)
    {
        Assert.True(ReviewId.TryParse(address.Split('/')[^1], out var review));
        await service.Services.GetRequiredService<LookLog>().RecordAsync(new Look(review, "test", "test", "test"));
        return [.. (await service.ReadAsync($"{address}/looks")).GetProperty("looks").EnumerateArray()];
    }

    private sealed class Stubborn : IChainedLog
    {
        private readonly Dictionary<string, List<JournalLine>> _chains = [];

        public bool Refuses { get; set; }

        public int Refused { get; private set; }

        public Task<IReadOnlyList<JournalLine>> ReadAsync(string chain, long after, CancellationToken stop)
        {
            lock (_chains)
            {
                return Task.FromResult<IReadOnlyList<JournalLine>>([.. _chains.GetValueOrDefault(chain, []).Skip((int)after)]);
            }
        }

        public Task<AppendOutcome> AppendAsync(string chain, long expected, IReadOnlyList<JournalLine> lines, CancellationToken stop)
        {
            if (Refuses)
            {
                Refused++;
                throw new StoreUnavailableException("The store refuses.", inner: null);
            }

            lock (_chains)
            {
                _chains[chain] = [.. _chains.GetValueOrDefault(chain, []), .. lines];
                return Task.FromResult(AppendOutcome.Appended);
            }
        }

        public async IAsyncEnumerable<ChainSize> ListAsync(
            string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            await Task.CompletedTask;
            foreach (var (chain, lines) in _chains.Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return new ChainSize(chain, lines.Count);
            }
        }
    }
}
