using System.Net.Http.Json;
using Workflows.Durability.Tests.Support;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>
/// Every address against every kind of person. The commands sent are ones that change nothing, so that one review serves all.
/// </summary>
public sealed class AccessMatrixTests
{
    [Fact]
    public async Task Every_address_answers_every_kind_of_person_as_the_table_says()
    {
        await using var service = await WebService.StartAsync();
        var address = await AccessMatrix.ReviewAsync(service);
        var before = await service.ReadAsync(address);

        var wrong = await AccessMatrix.DisagreeingAsync(service, address);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before.GetProperty("version").GetInt64(), (await service.ReadAsync(address)).GetProperty("version").GetInt64());
        Counts.Tell($"Access: {AccessMatrix.Cells} cells of {AccessRows.All.Count} addresses agree with the role table.");
    }

    [Fact]
    public async Task Every_served_address_has_a_row_and_carries_its_access_rule()
    {
        await using var service = await WebService.StartAsync();

        Assert.Empty(AccessMatrix.Unruled(service));
    }

    [Fact]
    public async Task A_review_that_may_not_be_seen_is_answered_exactly_as_one_that_is_not_there()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();
        var client = service.As("other.manager");

        var hidden = await client.GetStringAsync(address, unseen: true);
        var missing = await client.GetStringAsync($"/api/reviews/{new string('a', 32)}", unseen: true);

        Assert.Equal(missing, hidden);
    }

    [Fact]
    public async Task A_national_body_sees_a_review_once_it_was_told_of_it_and_not_before()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();
        Assert.Equal(404, (int)(await service.As("panel.officer").GetAsync(address)).StatusCode);
        Assert.Empty((await service.ReadAsync("/api/reviews", "panel.officer")).GetProperty("items").EnumerateArray());

        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-14T12:00:00Z"));

        Assert.Equal(200, (int)(await service.As("panel.officer").GetAsync(address)).StatusCode);
        Assert.Single((await service.ReadAsync("/api/reviews", "panel.officer")).GetProperty("items").EnumerateArray());
        Assert.Empty((await service.ReadAsync("/api/reviews", "idle.officer")).GetProperty("items").EnumerateArray());
        Assert.Empty((await service.ReadAsync("/api/reviews", "other.manager")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_role_that_may_not_open_reviews_is_told_who_may()
    {
        await using var service = await WebService.StartAsync();

        using var answer = await service.As("reviewer").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf());

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("Business manager", (await answer.ProblemAsync()).GetProperty("detail").GetString());
    }
}

file static class Reading
{
    public static async Task<string> GetStringAsync(this HttpClient client, string path, bool unseen)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(unseen, (int)answer.StatusCode == 404);
        var headers = answer.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key)
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}";
    }
}
