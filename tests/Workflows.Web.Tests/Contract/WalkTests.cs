using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Contract;

public sealed class WalkTests
{
    [Fact]
    public async Task A_client_that_knows_only_the_contract_drives_a_local_review_to_closed()
    {
        await using var service = await WebService.StartAsync("2026-05-05T09:00:00Z");
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync("business-manager", "lcspr", "fernshire", "FS 2026/1");

        var closed = await walk.ToTheEndAsync($"/api/reviews/{opened.GetProperty("id").GetString()}");

        // What was kept for the screen alone is destroyed by the wake after the end.
        await service.WakeAsync();
        closed = await walk.Client.GetAsync("business-manager", $"/api/reviews/{opened.GetProperty("id").GetString()}");
        Assert.Equal("closed", closed.GetProperty("state").GetString());
        Assert.Equal(["notifying", "rapid-review", "commissioning", "reviewing", "reporting", "publication", "follow-up"], walk.Stages);
        Assert.Empty(closed.GetProperty("actions").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, closed.GetProperty("nextWakeAt").ValueKind);
        Assert.All(
            closed.GetProperty("deadlines").EnumerateArray(),
            deadline => Assert.Contains(deadline.GetProperty("state").GetString(), new[] { "met", "met late" }));
        Assert.Single(closed.GetProperty("publications").EnumerateArray());
    }

    [Theory]
    [InlineData("2024-03-28", "2024-04-08", "2024-04-29")]
    [InlineData("2023-12-22", "2024-01-03", "2024-01-24")]
    [InlineData("2026-05-02", "2026-05-11", "2026-06-02")]
    public async Task Due_dates_are_those_counted_by_hand(string aware, string notificationDue, string rapidReviewDue)
    {
        await using var service = await WebService.StartAsync($"{aware}T09:00:00Z");
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync("business-manager", "lcspr", "fernshire", "FS 1", new() { ["awareOn"] = aware });
        Assert.Equal(notificationDue, DueOn(opened, "notification"));

        await service.MoveToAsync(DateTimeOffset.Parse($"{notificationDue}T10:00:00Z"));
        var action = opened.GetProperty("actions").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "notification");
        Assert.True(await walk.Client.TryDoAsync(action));

        var review = await walk.Client.GetAsync("business-manager", $"/api/reviews/{opened.GetProperty("id").GetString()}");
        Assert.Equal(rapidReviewDue, DueOn(review, "rapid-review"));
        Assert.Equal("met", Deadline(review, "notification").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_review_in_which_nobody_acts_reminds_in_order_and_tells_the_Panel_after_its_deadline()
    {
        await using var service = await WebService.StartAsync("2026-05-05T09:00:00Z");
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync("business-manager", "lcspr", "fernshire", "FS 2", new() { ["awareOn"] = "2026-05-05" });

        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-14T12:00:00Z"));

        var review = await walk.Client.GetAsync("business-manager", $"/api/reviews/{opened.GetProperty("id").GetString()}");
        Assert.Equal("overdue", Deadline(review, "notification").GetProperty("state").GetString());
        var letters = review.GetProperty("letters").EnumerateArray().ToArray();
        var notice = Array.FindIndex(letters, letter => letter.GetProperty("kind").GetString() == "delay-notice");
        Assert.Equal("panel", letters[notice].GetProperty("to").GetString());
        Assert.Contains(letters[..notice], letter => letter.GetProperty("kind").GetString() == "reminder");
        Assert.All(letters, letter => Assert.Equal("confirmed", letter.GetProperty("state").GetString()));
        Assert.Equal(letters.Length, service.Mail.Sent.Count);
    }

    private static string? DueOn(JsonElement review, string deadline) => Deadline(review, deadline).GetProperty("dueOn").GetString();

    private static JsonElement Deadline(JsonElement review, string id) =>
        review.GetProperty("deadlines").EnumerateArray().Single(deadline => deadline.GetProperty("id").GetString() == id);
}
