using System.Net;
using System.Net.Http.Json;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Learning;

/// <summary>What reviews recommend, over HTTP: from its making to its evaluation, with who may do and see what.</summary>
public sealed class RecommendationTests
{
    [Fact]
    public async Task A_late_owner_is_reminded_then_the_agency_hears_then_the_partners_and_then_it_is_answered()
    {
        await using var service = await WebService.StartAsync();
        var one = await service.RecommendAsync(await service.OpenAsync());
        await service.DoAsync("school", $"{one}/answer", new { answer = "accept" });
        await service.DoAsync("school", $"{one}/actions", new { text = "Change the form.", dueOn = "2026-06-30" });
        var before = service.Mail.Sent.Count;

        await service.MoveToAsync(DateTimeOffset.Parse("2026-07-23T12:00:00Z"));

        var told = service.Mail.Sent.Skip(before).Where(letter => letter.Text.Contains("on recommendation 1", StringComparison.Ordinal)
            || letter.Subject.Contains("on recommendation 1", StringComparison.Ordinal)).SelectMany(letter => letter.To).ToList();
        Assert.Equal(2, told.Count(to => to == "school@fernshire.example"));
        Assert.Contains("officer@schools.example", told);
        Assert.Contains("police@fernshire.example", told);
        Assert.True(told.IndexOf("officer@schools.example") > told.LastIndexOf("school@fernshire.example"));
        Assert.True(told.IndexOf("police@fernshire.example") > told.IndexOf("officer@schools.example"));
        Assert.All(service.Mail.Sent, letter => Assert.DoesNotContain("Change the form", letter.Text + letter.Html + letter.Subject, StringComparison.Ordinal));
        Assert.All(service.Mail.Sent, letter => Assert.DoesNotContain("Tell the service at once", letter.Text + letter.Html + letter.Subject, StringComparison.Ordinal));
        Assert.True((await service.ReadAsync(one)).GetProperty("overdue").GetBoolean());

        var body = await service.DoAsync("school", $"{one}/actions/1/report", new { progress = "done", evidence = "The form is in use.", on = "2026-07-20" });
        var action = body.GetProperty("limits").EnumerateArray().Single(limit => limit.GetProperty("kind").GetString() == "action");
        Assert.Equal("met late", action.GetProperty("state").GetString());
        Assert.Equal("local", action.GetProperty("force").GetString());

        body = await service.DoAsync("manager", $"{one}/evaluation", new { result = "changed", finding = "Forty-nine of fifty." });
        Assert.Equal("evaluated", body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_goes_on_after_the_review_has_closed_and_a_client_that_follows_actions_still_ends()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var one = await service.RecommendAsync(review);
        await new Walk(service).ToTheEndAsync(review);
        Assert.Equal("closed", (await service.ReadAsync(review)).GetProperty("state").GetString());
        Assert.Equal("review-is-open", (await service.RefusedAsync("manager", $"{review}/recommendations", LearningCalls.Recommendation(), 409)).Rule());

        var now = service.Clock.GetUtcNow();
        await service.DoAsync("school", $"{one}/answer", new { answer = "accept" });
        await service.DoAsync("school", $"{one}/actions", new { text = "Change the form.", dueOn = $"{now.AddDays(30):yyyy-MM-dd}" });
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await service.ReadAsync(review)).GetProperty("nextWakeAt").ValueKind);
        var before = service.Mail.Sent.Count;
        await service.MoveToAsync(now.AddDays(45));
        Assert.Contains(service.Mail.Sent.Skip(before), letter => letter.To.Contains("officer@schools.example"));
        await service.DoAsync("school.officer", $"{one}/actions/1/report", new { progress = "done", evidence = "In use." });
    }

    [Fact]
    public async Task Who_answers_for_one_without_being_of_the_partnership_sees_that_one_and_nothing_else()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var (others, theirs) = (await service.RecommendAsync(review), await service.RecommendAsync(review, LearningCalls.Recommendation("Probation", text: "Visit first.")));
        var officer = service.As("probation.officer");

        Assert.Equal(404, (int)(await officer.GetAsync(review)).StatusCode);
        Assert.Equal(404, (int)(await officer.GetAsync(others)).StatusCode);
        Assert.Equal(404, (int)(await officer.GetAsync($"{review}/quality")).StatusCode);
        Assert.Equal(404, (int)(await officer.PostAsJsonAsync($"{review}/recommendations", LearningCalls.Recommendation())).StatusCode);
        Assert.Equal(["2"], (await service.ReadAsync($"{review}/recommendations", "probation.officer")).GetProperty("items").Texts("number"));
        Assert.Equal(["2"], (await service.ReadAsync("/api/recommendations", "probation.officer")).GetProperty("items").Texts("number"));
        Assert.Empty((await service.ReadAsync("/api/reviews", "probation.officer")).GetProperty("items").EnumerateArray());
        var body = await service.DoAsync("probation.officer", $"{theirs}/answer", new { answer = "reject", reason = "It is done." });
        Assert.Equal("rejected", body.GetProperty("status").GetString());
        await service.RefusedAsync("probation.officer", $"{theirs}/withdrawal", new { reason = "R" }, 403);
        await service.RefusedAsync("other.manager", $"{theirs}/answer", new { answer = "accept" }, 404);
        await service.RefusedAsync("agency", $"{others}/answer", new { answer = "accept" }, 403);
    }

    [Fact]
    public async Task The_same_key_makes_one_recommendation_and_is_answered_with_it_again()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var client = service.As("manager");
        client.DefaultRequestHeaders.Add("Idempotency-Key", "a-key");
        using var first = await client.PostAsJsonAsync($"{review}/recommendations", LearningCalls.Recommendation());
        await service.RecommendAsync(review);
        using var again = await client.PostAsJsonAsync($"{review}/recommendations", LearningCalls.Recommendation());
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(2, (await service.ReadAsync($"{review}/recommendations")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("?theme=neglect", "2")]
    [InlineData("?theme=education", "1")]
    [InlineData("?agency=sch", "1")]
    [InlineData("?words=first visit", "2")]
    [InlineData("?words=nothing of it", "")]
    [InlineData("?status=accepted", "2")]
    [InlineData("?partnership=mossdale", "")]
    [InlineData("?overdue=true", "1")]
    public async Task They_are_found_across_reviews(string query, string expected)
    {
        await using var service = await WebService.StartAsync();
        await service.RecommendAsync(await service.OpenAsync(reference: "FS 1"));
        var review = await service.OpenAsync(reference: "FS 2");
        await service.RecommendAsync(review);
        var two = await service.RecommendAsync(review, LearningCalls.Recommendation("Police", "police-partner", "Visit first."));
        await service.DoAsync("manager", $"{review}/recommendations/1/withdrawal", new { reason = "Made twice." });
        await service.DoAsync("manager", $"{two}/themes", new { themes = new[] { "neglect" } });
        await service.DoAsync("police", $"{two}/answer", new { answer = "accept" });
        await service.MoveToAsync(DateTimeOffset.Parse("2026-06-10T12:00:00Z"));

        var found = (await service.ReadAsync($"/api/recommendations{query}")).GetProperty("items").EnumerateArray()
            .Where(each => each.GetProperty("status").GetString() != "withdrawn").Select(each => each.GetProperty("number").ToString());
        Assert.Equal(expected, string.Join(',', found));
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var problem = await service.RefusedAsync("manager", $"{review}/recommendations", new { text = "", evaluateOn = "2026-05-01", themes = new[] { "moonlight" } }, 400);
        Assert.Equal(
            ["agency", "change", "evaluateOn", "evaluation", "post", "role", "text", "themes"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        await service.RefusedAsync("manager", $"{review}/recommendations", new { evaluateOn = "2027-01-01", themes = "education" }, 400);
        Assert.Equal(400, (int)(await service.As("manager").GetAsync("/api/recommendations?status=lost")).StatusCode);
        Assert.Equal(404, (int)(await service.As("manager").GetAsync($"{review}/recommendations/01")).StatusCode);
    }
}
