using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Links;

/// <summary>Reviews that belong together: started by outcomes, linked by hand, shown together, each ending by itself.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task A_referral_opens_a_national_review_that_is_linked_both_ways_and_carries_what_is_known()
    {
        await using var service = await WebService.StartAsync();
        var local = await service.OpenUntilAsync(review => review.Offers("next-step"));
        await DecideAsync(service, local, "next-step", "refer", "manager", Criteria);
        await service.WakeAsync();

        var link = Link(await service.ReadAsync(local));
        Assert.Equal(("referral", "leads", "national-review", "open"), (Text(link, "kind"), Text(link, "side"), Process(link), Text(link, "state")));

        var national = await service.ReadAsync(Text(link, "href"), "panel.officer");
        Assert.Equal("referred", Text(national.GetProperty("facts"), "origin"));
        Assert.Equal($"{service.Clock.GetUtcNow():yyyy-MM-dd}", Text(national.GetProperty("facts"), "consideredOn"));
        Assert.True(national.Offers("panel-decision"));
        var back = Link(await service.ReadAsync(Text(link, "href")));
        Assert.Equal(("referral", "follows", "lcspr"), (Text(back, "kind"), Text(back, "side"), Process(back)));

        // The Panel has not been told of the local case yet: the link gives no sight of it.
        Assert.Empty(national.GetProperty("links").EnumerateArray());
        Assert.Equal(2, (await service.ReadAsync("/api/reviews")).GetProperty("items").GetArrayLength());

        // Nothing more comes of waking again.
        await service.WakeAsync();
        Assert.Equal(2, (await service.ReadAsync("/api/reviews")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_is_missing_is_asked_as_an_action_also_of_a_review_that_has_ended()
    {
        await using var service = await WebService.StartAsync();
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync(
            "business-manager", "serious-incident-notification", "fernshire", "FS 9", new() { ["occasion"] = "looked-after" });
        var notice = $"/api/reviews/{Text(opened, "id")}";
        await walk.UntilAsync(notice, review => review.Offers("what-follows"));
        await DecideAsync(service, notice, "what-follows", "review", "manager", new { });

        var closed = await service.ReadAsync(notice);
        Assert.Equal("closed", Text(closed, "state"));
        var action = Assert.Single(closed.GetProperty("actions").EnumerateArray());
        Assert.Equal(["harm", "agencies"], action.GetProperty("facts").EnumerateArray().Select(fact => Text(fact, "name")));
        Assert.True(await walk.Client.TryDoAsync(action));
        await service.WakeAsync();

        var review = await service.ReadAsync(Text(Link(await service.ReadAsync(notice)), "href"));
        Assert.Equal("notification", Text(Link(review), "kind"));
        Assert.Equal(Text(closed.GetProperty("facts"), "awareOn"), Text(review.GetProperty("facts"), "awareOn"));
        Assert.Contains("closed", Text(Link(review), "means"));
        Assert.Empty((await service.ReadAsync(notice)).GetProperty("actions").EnumerateArray());
    }

    [Fact]
    public async Task A_review_that_was_decided_on_may_be_left_with_the_reason()
    {
        await using var service = await WebService.StartAsync();
        var local = await service.OpenUntilAsync(review => review.Offers("next-step"));
        await DecideAsync(service, local, "next-step", "learning", "manager", Criteria);
        var start = (await service.ReadAsync(local)).GetProperty("actions").EnumerateArray().Single(each => Text(each, "id") == "start-1");

        using var silent = await service.As("manager").PostAsJsonAsync(Text(start, "href"), new { outcome = "leave" });
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        await DecideAsync(service, local, "start-1", "leave", "manager", facts: null);

        Assert.False((await service.ReadAsync(local)).Offers("start-1"));
        Assert.Empty((await service.ReadAsync(local)).GetProperty("links").EnumerateArray());
    }

    [Fact]
    public async Task Children_of_one_incident_are_linked_by_hand_and_unlinked_with_a_reason()
    {
        await using var service = await WebService.StartAsync();
        var (one, other) = (await service.OpenAsync(reference: "FS 1"), await service.OpenAsync(reference: "FS 2"));
        using var linked = await service.As("manager").PostAsJsonAsync($"{one}/links", new { review = IdOf(other), kind = "same-incident" });
        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        await service.WakeAsync();

        Assert.Equal("FS 2", Text(Link(await service.ReadAsync(one)), "reference"));
        Assert.Equal(("FS 1", "beside"), (Text(Link(await service.ReadAsync(other)), "reference"), Text(Link(await service.ReadAsync(other)), "side")));
        using var twice = await service.As("manager").PostAsJsonAsync($"{other}/links", new { review = IdOf(one), kind = "related" });
        Assert.Equal("already-linked", (await twice.ProblemAsync()).Rule());

        using var removed = await service.As("manager").PostAsJsonAsync($"{other}/links/{IdOf(one)}/removal", new { reason = "Another incident." });
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        await service.WakeAsync();
        Assert.Empty((await service.ReadAsync(one)).GetProperty("links").EnumerateArray());
        Assert.Empty((await service.ReadAsync(other)).GetProperty("links").EnumerateArray());
    }

    [Fact]
    public async Task Withdrawing_one_review_ends_no_other_and_tells_those_who_run_it()
    {
        await using var service = await WebService.StartAsync();
        var (one, other) = (await service.OpenAsync(reference: "FS 1"), await service.OpenAsync(reference: "FS 2"));
        (await service.As("manager").PostAsJsonAsync($"{one}/links", new { review = IdOf(other), kind = "same-incident" })).Dispose();
        await service.WakeAsync();
        var before = service.Mail.Sent.Count;

        using var withdrawn = await service.As("manager").PostAsJsonAsync($"{one}/withdrawal", new { reason = "The criteria are not met." });
        var answer = await withdrawn.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("goes on as it was", Text(Link(answer), "means"));
        await service.WakeAsync();

        var standing = await service.ReadAsync(other);
        Assert.Equal("open", Text(standing, "state"));
        Assert.Equal("withdrawn", Text(Link(standing), "state"));
        Assert.Contains(
            service.Mail.Sent.Skip(before), letter => string.Join(" ", letter.Text.Split()).Contains("A review linked to this local review has ended.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_shows_only_what_the_person_may_see_and_is_made_only_to_what_they_see()
    {
        await using var service = await WebService.StartAsync();
        var own = await service.OpenAsync();
        using var opened = await service.As("other.manager").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf("MO 1", partnership: "mossdale"));
        var foreign = opened.Headers.Location!.OriginalString;

        using var hidden = await service.As("manager").PostAsJsonAsync($"{own}/links", new { review = IdOf(foreign), kind = "related" });
        using var none = await service.As("manager").PostAsJsonAsync($"{own}/links", new { review = new string('0', 32), kind = "related" });
        Assert.Equal(await none.Content.ReadAsStringAsync(), await hidden.Content.ReadAsStringAsync());
        using var self = await service.As("manager").PostAsJsonAsync($"{own}/links", new { review = IdOf(own), kind = "related" });
        Assert.Equal(HttpStatusCode.BadRequest, self.StatusCode);
        Assert.Empty((await service.ReadAsync(own)).GetProperty("links").EnumerateArray());
    }

    internal static object Criteria { get; } = new { improvementsNeeded = true, recurrentThemes = true, jointWorkingConcern = true };

    internal static async Task DecideAsync(WebService service, string review, string decision, string outcome, string user, object? facts)
    {
        using var answer = await service.As(user).PostAsJsonAsync(
            $"{review}/decisions/{decision}", new { outcome, rationale = "For the reasons given.", facts });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static JsonElement Link(JsonElement review) => Assert.Single(review.GetProperty("links").EnumerateArray());

    private static string Process(JsonElement link) => Text(link.GetProperty("process"), "id");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string IdOf(string address) => address.Split('/')[^1];
}
