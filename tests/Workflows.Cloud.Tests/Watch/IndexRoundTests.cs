using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Workflows.AzureStorage.Tests;
using Workflows.Cloud.Tests.Host;

namespace Workflows.Cloud.Tests.Watch;

/// <summary>Rows of the index that were lost come back when it is time or when somebody asks, whichever instance looks.</summary>
public sealed class IndexRoundTests : IAsyncLifetime
{
    private readonly AzuriteProcess _storage = new();
    private HostedService _service = null!;

    public async Task InitializeAsync()
    {
        await _storage.StartAsync();
        _service = await HostedService.StartAsync(_storage);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _storage.Dispose();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("7", true)]
    [InlineData("1", false)]
    [InlineData("-1", true)]
    [InlineData("everything", true)]
    [InlineData("no instant", true)]
    public async Task Lost_rows_are_made_again_unless_the_round_was_made_lately(string? note, bool madeAgain)
    {
        await OpenAsync();
        await LoseRowsAsync();
        await WriteAsync(int.TryParse(note, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            ? TimeProvider.System.GetUtcNow().AddHours(-hours).ToString("O", CultureInfo.InvariantCulture) : note);

        await _service.Host.Watchdog.LookAsync(CancellationToken.None);

        Assert.Equal(madeAgain ? 1 : 0, await ListedAsync());
    }

    [Fact]
    public async Task Once_made_it_is_not_made_again_by_the_next_look()
    {
        await OpenAsync();
        await _service.Host.Watchdog.LookAsync(CancellationToken.None);
        await LoseRowsAsync();

        await _service.Host.Watchdog.LookAsync(CancellationToken.None);

        Assert.Equal(0, await ListedAsync());
    }

    private BlobContainerClient Container(string name) =>
        new BlobServiceClient(_storage.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04))
            .GetBlobContainerClient(_service.Prefix + name);

    private async Task WriteAsync(string? note)
    {
        var container = Container("host");
        await container.CreateIfNotExistsAsync();
        if (note is not null)
        {
            await container.GetBlobClient("notes/index").UploadAsync(BinaryData.FromString(note), overwrite: true);
        }
    }

    private async Task LoseRowsAsync()
    {
        var container = Container("index");
        await foreach (var blob in container.GetBlobsAsync())
        {
            await container.DeleteBlobAsync(blob.Name);
        }
    }

    private async Task OpenAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd");
        var opening = new
        {
            process = "lcspr", partnership = "fernshire", reference = "FS 1",
            facts = new { awareOn = today, harm = "harmed", agencies = new[] { "Health", "Education" } },
        };
        using var answer = await _service.Client.SendAsync(
            _service.As("business.manager", HttpMethod.Post, "/api/reviews", JsonContent.Create(opening)));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<int> ListedAsync()
    {
        using var answer = await _service.Client.SendAsync(_service.As("business.manager", HttpMethod.Get, "/api/reviews"));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength();
    }
}
