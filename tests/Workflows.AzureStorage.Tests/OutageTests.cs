using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Tests;

/// <summary>Storage goes away and comes back: said plainly meanwhile, and nothing needs to be started again.</summary>
[Collection(AzuriteTests.Name)]
public sealed class OutageTests(Azurite azurite)
{
    private static readonly CancellationToken s_go = CancellationToken.None;

    [Fact]
    public async Task While_storage_is_gone_every_call_says_so_and_when_it_is_back_all_go_on()
    {
        using var process = new AzuriteProcess();
        await process.StartAsync();
        await using var place = new AzurePlace(process.ConnectionString);
        var review = ReviewId.New();
        await place.Journal.AppendAsync(Sample.Append(review, 0, lines: 2), s_go);
        var stored = await place.Documents.StoreAsync(review, new OneWayStream([1, 2, 3]), s_go);

        await process.StopAsync();
        foreach (var call in Calls(place, review, stored.Sha256))
        {
            var e = await Assert.ThrowsAsync<StoreUnavailableException>(call);
            Assert.Contains("The storage account does not", e.Message, StringComparison.Ordinal);
        }

        await process.StartAsync();
        foreach (var call in Calls(place, review, stored.Sha256))
        {
            await call();
        }

        Assert.Equal(3, (await place.Journal.ReadAsync(review, 0, s_go)).Count);
    }

    [Fact]
    public async Task A_host_that_starts_before_storage_serves_once_storage_is_there()
    {
        await using var place = azurite.NewPlace();
        var append = Sample.Append(ReviewId.New(), 0);
        place.Faults.Unreachable = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => place.Journal.AppendAsync(append, s_go));

        place.Faults.Unreachable = false;

        Assert.Equal(AppendOutcome.Appended, await place.Journal.AppendAsync(append, s_go));
    }

    [Theory]
    [InlineData(403, "AuthorizationPermissionMismatch", "Storage Blob Data Contributor")]
    [InlineData(404, "ContainerNotFound", "A container is missing")]
    [InlineData(409, "BlobImmutableDueToPolicy", "refuses a call")]
    public async Task A_refusal_says_what_to_set_right(int status, string code, string words)
    {
        await using var place = azurite.NewPlace();
        var review = ReviewId.New();
        await place.Journal.AppendAsync(Sample.Append(review, 0), s_go);
        place.Faults.NextRefused(Faults.IsAppend, status, code);

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => place.Journal.AppendAsync(Sample.Append(review, 1), s_go));

        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(review.Value, e.Message, StringComparison.Ordinal);
        Assert.Equal(AppendOutcome.Appended, await place.Journal.AppendAsync(Sample.Append(review, 1), s_go));
    }

    private static IEnumerable<Func<Task>> Calls(AzurePlace place, ReviewId review, string sha256) =>
    [
        () => place.Journal.ReadAsync(review, 0, s_go),
        () => place.Journal.AppendAsync(Sample.Append(review, 2), s_go),
        () => place.Journal.ListAsync(s_go).ToListAsync().AsTask(),
        () => place.Index.FindAsync(review, s_go),
        () => place.Index.ListAsync(new ReviewQuery(), s_go),
        () => place.Index.DueAsync(Sample.Start, 1, s_go),
        () => place.Index.FiguresAsync(Sample.Start, s_go),
        () => place.Index.PutAsync(Sample.Summary(), s_go),
        () => place.Index.PublicationsAsync(null, s_go),
        () => place.Documents.StoreAsync(review, new OneWayStream([4, 5]), s_go),
        async () => await (await place.Documents.OpenAsync(review, sha256, s_go))!.DisposeAsync(),
    ];
}
