using System.Net.Http.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Workflows.Cloud.Health;
using Workflows.Cloud.Tests.Support;
using Workflows.Reviews.Health;

namespace Workflows.Cloud.Tests.Watch;

/// <summary>The watchdog verifies once a day, and names what was removed behind the program's back.</summary>
public sealed class AuditRoundTests : LoggedServiceTests
{
    [Fact]
    public async Task What_was_anchored_and_is_gone_is_named_and_what_is_whole_is_not()
    {
        var review = await OpenAsync();
        await Service.Host.Watchdog.LookAsync(CancellationToken.None);
        Assert.Contains("Verified 1 journals and all other chains: 0 problems", Said);
        await EmptyAsync("journals");

        await Service.Host.Watchdog.LookAsync(CancellationToken.None);
        Assert.DoesNotContain(Said, line => line.StartsWith("Verification found", StringComparison.Ordinal));

        await Container("host").GetBlobClient("notes/audit").DeleteAsync();
        await Service.Host.Watchdog.LookAsync(CancellationToken.None);
        Assert.Contains(Said, line => line.StartsWith($"Verification found: reviews/{review} is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journal_that_ends_within_a_line_is_named()
    {
        var review = await OpenAsync();
        await foreach (var blob in Container("journals").GetBlobsAsync())
        {
            using var torn = new MemoryStream("{\"torn\""u8.ToArray());
            await Container("journals").GetAppendBlobClient(blob.Name).AppendBlockAsync(torn);
        }

        await Service.Host.Watchdog.LookAsync(CancellationToken.None);

        Assert.Contains(Said, line => line.StartsWith($"Verification found: The journal of review {review} cannot be read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, false, HealthLevel.Good, "Found nothing wrong on 5 May 2026.")]
    [InlineData(0, true, HealthLevel.Look, "Found nothing wrong on 5 May 2026.")]
    [InlineData(2, false, HealthLevel.Look, "Found 2 places that somebody changed, or that are damaged, on 5 May 2026.")]
    public void What_was_found_and_what_was_not_made_needs_somebody(int found, bool isOld, HealthLevel level, string stands)
    {
        var sign = AuditSigns.Of((new DateTimeOffset(2026, 5, 5, 9, 0, 0, TimeSpan.Zero), found), isOld);
        Assert.Equal((level, stands), (sign.Level, sign.Stands));
    }

    private BlobContainerClient Container(string name) =>
        new BlobServiceClient(Storage.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04)).GetBlobContainerClient(Service.Prefix + name);

    private async Task EmptyAsync(string name)
    {
        await foreach (var blob in Container(name).GetBlobsAsync())
        {
            await Container(name).DeleteBlobAsync(blob.Name);
        }
    }

    private async Task<string> OpenAsync()
    {
        var opening = new
        {
            process = "lcspr", partnership = "fernshire", reference = "FS 1",
            facts = new { awareOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}", harm = "harmed", agencies = new[] { "Health" } },
        };
        using var answer = await Service.Client.SendAsync(Service.As("business.manager", HttpMethod.Post, "/api/reviews", JsonContent.Create(opening)));
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }
}
