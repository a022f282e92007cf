using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.AzureStorage.Tests;

namespace Workflows.Cloud.Tests.Host;

public sealed class CloudHostTests : IAsyncLifetime
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

    [Fact]
    public async Task Opening_a_review_through_the_door_starts_its_orchestration_under_its_identifier()
    {
        var review = await OpenAsync();

        Assert.Equal([$"start {review}"], _service.Instances.Done);
    }

    [Fact]
    public async Task A_wake_while_mail_is_out_of_reach_keeps_every_letter_and_says_when_to_try_again()
    {
        var review = await OpenAsync();

        var answer = await _service.Host.Wake.RunAsync(review, CancellationToken.None);

        Assert.InRange(answer.Wait!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        var letters = (await ReadAsync(review)).GetProperty("letters").EnumerateArray().ToArray();
        Assert.NotEmpty(letters);
        Assert.DoesNotContain(letters, letter => letter.GetProperty("state").GetString() == "confirmed");

        // What the wake itself changed in the review needs no telling.
        Assert.Equal([$"start {review}"], _service.Instances.Done);
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("no identifier")]
    public async Task Waking_what_is_no_review_ends_its_orchestration(string review)
    {
        Assert.Null((await _service.Host.Wake.RunAsync(review, CancellationToken.None)).Wait);
    }

    [Fact]
    public async Task A_mailbox_out_of_reach_spoils_no_other_round_of_the_watchdog()
    {
        Assert.Equal(["returned letters"], await _service.Host.Watchdog.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_half_done_and_when_it_comes_back_all_goes_on()
    {
        var review = await OpenAsync();
        await _storage.StopAsync();

        using var refused = await _service.Client.SendAsync(_service.As("business.manager", HttpMethod.Get, $"/api/reviews/{review}"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);

        await _storage.StartAsync();
        Assert.Equal("open", (await ReadAsync(review)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_token_for_another_service_is_not_taken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reviews");
        request.Headers.Add("Authorization", "Bearer e30.e30.e30");

        using var answer = await _service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<string> OpenAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd");
        var opening = new
        {
            process = "lcspr", partnership = "fernshire", reference = "FS 1",
            facts = new { awareOn = today, harm = "harmed", agencies = new[] { "Health", "Education" } },
        };
        using var answer = await _service.Client.SendAsync(
            _service.As("business.manager", HttpMethod.Post, "/api/reviews", JsonContent.Create(opening)));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> ReadAsync(string review)
    {
        using var answer = await _service.Client.SendAsync(_service.As("business.manager", HttpMethod.Get, $"/api/reviews/{review}"));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
