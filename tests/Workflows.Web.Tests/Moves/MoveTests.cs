using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Moves;

public sealed class MoveTests
{
    [Fact]
    public async Task A_review_is_moved_by_two_people_and_goes_on_under_the_newer_version_to_its_end()
    {
        await using var service = await WebService.StartAsync("2025-03-05T09:00:00Z");
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync("business-manager", "lcspr", "fernshire", "FS 1");
        var address = $"/api/reviews/{opened.GetProperty("id").GetString()}";
        Assert.Equal("2023.1", Version(opened));
        await walk.UntilAsync(address, review => review.Offers("next-step"));

        var report = await service.ReadAsync($"{address}/migration?to=2026.1");
        Assert.True(report.GetProperty("fits").GetBoolean());
        Assert.Equal("lcspr@2026.1", report.GetProperty("to").GetString());
        Assert.Contains("2025-03-05", report.GetProperty("notes")[0].GetString());
        Assert.Equal("2023.1", Version(await service.ReadAsync(address)));

        using var proposed = await service.As("manager").PostAsJsonAsync($"{address}/migration", new { to = "2026.1", reason = "The rules changed." });
        Assert.Equal(HttpStatusCode.OK, proposed.StatusCode);
        var action = (await service.ReadAsync(address)).GetProperty("actions").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "move-1");
        Assert.Equal("approval", action.GetProperty("kind").GetString());
        using var own = await service.As("manager").PostAsJsonAsync(action.GetProperty("href").GetString(), new { decision = "approve" });
        Assert.Equal("separation-of-duties", (await own.ProblemAsync()).Rule());
        Assert.True(await walk.Client.TryDoAsync(action));

        var moved = await service.ReadAsync(address);
        Assert.Equal("2026.1", Version(moved));
        Assert.Equal(ProcessCatalogue.Shipped.Find("lcspr@2026.1")!.Hash, moved.GetProperty("process").GetProperty("hash").GetString());
        var closed = await walk.ToTheEndAsync(address);
        Assert.Equal("closed", closed.GetProperty("state").GetString());

        // Another process that reads the same journal follows it too.
        using var shelf = new ReviewShelf(
            service.Services.GetRequiredService<IReviewJournal>(), service.Services.GetRequiredService<IPrivatePapers>(),
            service.Services.GetRequiredService<JournalCodec>(), ProcessCatalogue.Shipped, new ReviewShelfOptions(SoleWriter: false));
        Assert.True(ReviewId.TryParse(address.Split('/')[^1], out var id));
        Assert.Equal("lcspr@2026.1", (await shelf.FindAsync(id, CancellationToken.None))!.Definition.Key);
    }

    [Fact]
    public async Task There_is_no_move_to_an_older_version_or_of_a_review_that_has_ended()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();
        using var older = await service.As("manager").GetAsync($"{address}/migration?to=2023.1");
        Assert.Equal("version-is-newer", (await older.ProblemAsync()).Rule());

        (await service.As("manager").PostAsJsonAsync($"{address}/withdrawal", new { reason = "Not met." })).Dispose();
        using var ended = await service.As("manager").GetAsync($"{address}/migration?to=2026.1");
        Assert.Equal("review-is-open", (await ended.ProblemAsync()).Rule());
    }

    private static string? Version(JsonElement review) => review.GetProperty("process").GetProperty("version").GetString();
}
