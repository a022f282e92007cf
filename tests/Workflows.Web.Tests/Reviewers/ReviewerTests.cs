using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Reviewers;

/// <summary>The register of reviewers through the interface: looked at, appointed from, replaced.</summary>
public sealed class ReviewerTests
{
    [Fact]
    public async Task A_reviewer_is_appointed_replaced_and_shown_with_what_was_found()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var manager = service.As("manager");

        // The first knows an agency of the case, the second reviews elsewhere only.
        var before = await service.ReadAsync($"{review}/reviewers");
        Assert.Equal(["second.manager", "reviewer", "assurer"], Users(before, "candidates"));
        Assert.Equal(409, (int)(await manager.PostAsJsonAsync($"{review}/reviewers", new { reviewer = "assurer" })).StatusCode);
        Assert.Equal(409, (int)(await manager.PostAsJsonAsync($"{review}/reviewers", new { reviewer = "reviewer" })).StatusCode);
        Assert.Equal(403, (int)(await service.As("agency").PostAsJsonAsync($"{review}/reviewers", new { reviewer = "second.manager" })).StatusCode);

        Assert.Equal(200, (int)(await manager.PostAsJsonAsync($"{review}/reviewers", new { reviewer = "reviewer", note = "Another reads that part." })).StatusCode);
        Assert.Equal(1, Register(await service.ReadAsync("/api/reviewers"), "reviewer").GetProperty("carries").GetInt32());

        Assert.Equal(200, (int)(await manager.PostAsJsonAsync(
            $"{review}/reviewers/reviewer/removal", new { reason = "Ill.", replacement = "second.manager" })).StatusCode);
        var after = await service.ReadAsync($"{review}/reviewers");
        Assert.Equal(["reviewer", "second.manager"], Users(after, "appointed").Order());
        Assert.Equal(0, Register(await service.ReadAsync("/api/reviewers"), "reviewer").GetProperty("carries").GetInt32());
        Assert.Equal(1, Register(await service.ReadAsync("/api/reviewers"), "second.manager").GetProperty("carries").GetInt32());
    }

    [Fact]
    public async Task A_review_that_waits_for_reviewers_is_forecast_to_its_own_partnership_alone()
    {
        await using var service = await WebService.StartAsync();
        await service.OpenUntilAsync(review => review.StandsIn("commissioning") && review.Offers("appoint-reviewers"));
        var own = await service.ReadAsync("/api/reviewers");
        Assert.NotEqual(JsonValueKind.Null, Assert.Single(own.GetProperty("queue").EnumerateArray()).GetProperty("startsOn").ValueKind);
        var other = await service.ReadAsync("/api/reviewers", "other.manager");
        Assert.Empty(other.GetProperty("queue").EnumerateArray());
        Assert.Equal(1, other.GetProperty("waiting").GetInt32());
    }

    private static string[] Users(JsonElement body, string list) =>
        [.. body.GetProperty(list).EnumerateArray().Select(each => each.GetProperty("user").GetString()!)];

    private static JsonElement Register(JsonElement body, string user) =>
        body.GetProperty("reviewers").EnumerateArray().Single(each => each.GetProperty("user").GetString() == user);
}
