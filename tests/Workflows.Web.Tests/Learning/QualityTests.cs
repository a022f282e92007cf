using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Learning;

public sealed class QualityTests
{
    [Fact]
    public async Task The_assurer_answers_markers_and_sees_which_serve_now()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var quality = await service.ReadAsync($"{review}/quality");
        Assert.Equal(18, quality.GetProperty("markers").GetArrayLength());
        Assert.Equal(5, quality.GetProperty("indicators").GetArrayLength());
        Assert.Equal(["referral"], quality.GetProperty("markers").EnumerateArray().Where(each => each.GetProperty("now").GetBoolean()).Select(each => each.GetProperty("id").GetString()));

        await service.RefusedAsync("manager", $"{review}/quality/referral", new { answer = "Yes." }, 403);
        await service.RefusedAsync("assurer", $"{review}/quality/referral", new { answer = "Yes.", setAside = "No." }, 400);
        await service.RefusedAsync("assurer", $"{review}/quality/referral", new { }, 400);
        await service.RefusedAsync("assurer", $"{review}/quality/moonlight", new { answer = "Yes." }, 404);
        await service.DoAsync("assurer", $"{review}/quality/governance", new { setAside = "It is the same as in the last review." });
        quality = await service.DoAsync("assurer", $"{review}/quality/referral", new { answer = "It came on the day." });
        Assert.Equal(["answered", "set-aside"], quality.GetProperty("markers").EnumerateArray().Select(each => each.GetProperty("state").GetString()).Where(state => state != "open"));
    }

    [Fact]
    public async Task What_was_asked_for_and_never_came_is_stated_for_the_report()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        Assert.Contains("Everything that was asked for was received", await service.As("reviewer").GetStringAsync($"{review}/gaps/statement"));
        await service.DoAsync("manager", $"{review}/tasks/notification", new { facts = new { notificationSentOn = "2026-05-05", partnersAwareOn = "2026-05-05" } });
        await service.DoAsync("manager", $"{review}/tasks/information-gaps", new { facts = new { informationGap = "School\nrecords" } });

        // The agencies send nothing, and the rapid review goes on without them.
        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-21T12:00:00Z"));
        await new Contract.Walk(service).UntilAsync(review, standing => standing.StandsIn("commissioning"));

        var statement = await service.As("reviewer").GetStringAsync($"{review}/gaps/statement");
        Assert.Contains("- School records", statement);
    }
}
