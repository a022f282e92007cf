using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Commands;

public sealed class ListTests
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        await using var service = await WebService.StartAsync();
        for (var at = 0; at < 7; at++)
        {
            await service.OpenAsync(reference: $"FS {at}");
        }

        Assert.Equal(7, (await AllAsync(service, "manager", "limit=3")).Distinct().Count());
        Assert.Equal(7, (await AllAsync(service, "manager", "limit=3")).Count);
    }

    [Fact]
    public async Task A_national_body_pages_through_all_that_it_was_told_or_asked_of_once()
    {
        await using var service = await WebService.StartAsync();
        for (var at = 0; at < 3; at++)
        {
            // Told by a delay notice, and asked for its response later on.
            await service.OpenAsync(reference: $"FS {at}");
        }

        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-14T12:00:00Z"));
        await service.OpenUntilAsync(review => review.Offers("panel-response"));
        var today = service.Clock.GetUtcNow().ToString("yyyy-MM-dd");
        await service.As("manager").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf("unknown to the Panel", today));

        var seen = await AllAsync(service, "panel.officer", "limit=1");

        Assert.Equal(4, seen.Distinct().Count());
        Assert.Equal(4, seen.Count);
        Assert.Equal(5, (await AllAsync(service, "manager", "limit=2")).Count);
    }

    [Fact]
    public async Task Filters_find_what_they_say()
    {
        await using var service = await WebService.StartAsync();
        await service.OpenAsync();

        Assert.Empty(await AllAsync(service, "manager", "overdue=true"));
        Assert.Empty(await AllAsync(service, "manager", "partnership=mossdale"));
        Assert.Empty(await AllAsync(service, "manager", "stage=reporting"));
        Assert.Empty(await AllAsync(service, "manager", "state=closed"));
        Assert.Empty(await AllAsync(service, "manager", "process=serious-incident-notification"));
        Assert.Single(await AllAsync(service, "manager", "partnership=fernshire&process=lcspr&stage=notifying&state=open&overdue=false"));

        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-13T00:30:00Z"));

        Assert.Single(await AllAsync(service, "manager", "overdue=true"));
    }

    private static async Task<List<string>> AllAsync(WebService service, string user, string query)
    {
        var (found, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await service.ReadAsync($"/api/reviews?{query}{(next is null ? string.Empty : $"&cursor={Uri.EscapeDataString(next)}")}", user);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next") is { ValueKind: JsonValueKind.String } cursor ? cursor.GetString() : null;
        }
        while (next is not null);
        return found;
    }
}
