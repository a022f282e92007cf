using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Commands;

public sealed class CommandTests
{
    private static readonly object Notification = new { facts = new { notificationSentOn = "2026-05-05", partnersAwareOn = "2026-05-05" }, note = "Sent." };

    [Fact]
    public async Task A_corrected_date_moves_what_is_counted_from_it()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();

        var (status, body) = await PostAsync(
            service, "manager", $"{review}/facts/awareOn/correction", new { value = "2026-05-01", reason = "The call came on Friday." });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2026-05-11", Deadline(body, "notification").GetProperty("dueOn").GetString());
        Assert.Equal("2026-05-01", body.GetProperty("facts").GetProperty("awareOn").GetString());
    }

    [Fact]
    public async Task A_limit_set_by_others_cannot_be_extended_and_the_refusal_cites_its_source()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();

        var (status, problem) = await PostAsync(
            service, "manager", $"{review}/deadlines/notification/extension", new { to = "2026-06-01", reason = "We are busy." });

        Assert.Equal((HttpStatusCode.Conflict, "extension"), (status, problem.Rule()));
        Assert.Contains("Working Together", problem.GetProperty("citation").GetString());
    }

    [Fact]
    public async Task A_limit_of_the_partnerships_own_is_extended_with_its_reason()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        await PostAsync(service, "manager", $"{review}/tasks/notification", Notification);

        var (status, body) = await PostAsync(
            service, "manager", $"{review}/deadlines/agency-summary-1/extension", new { to = "2026-06-01", reason = "Half-term." });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2026-06-01", Deadline(body, "agency-summary-1").GetProperty("extendedTo").GetString());
    }

    [Fact]
    public async Task Nobody_approves_what_they_handed_in_and_a_rejection_opens_the_document_again()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenUntilAsync(standing => standing.Offers("rapid-review-sign-off"));
        var approval = $"{review}/approvals/rapid-review-sign-off";

        var (early, unreasoned) = await PostAsync(service, "police", approval, new { decision = "reject" });
        var (stale, version) = await PostAsync(service, "police", approval, new { decision = "approve", version = 7 });
        var (status, body) = await PostAsync(service, "police", approval, new { decision = "reject", reason = "Two agencies are missing." });

        Assert.Equal((HttpStatusCode.BadRequest, true), (early, unreasoned.GetProperty("errors").TryGetProperty("reason", out _)));
        Assert.Equal((HttpStatusCode.Conflict, "approved-version"), (stale, version.Rule()));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(body.Offers("rapid-review-report"));
        Assert.False(body.Offers("rapid-review-sign-off"));
    }

    [Fact]
    public async Task An_approval_is_offered_once_for_each_role_that_has_not_answered()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenUntilAsync(standing => standing.Offers("rapid-review-sign-off"));

        var (_, body) = await PostAsync(service, "police", $"{review}/approvals/rapid-review-sign-off", new { decision = "approve" });
        var (again, problem) = await PostAsync(service, "police", $"{review}/approvals/rapid-review-sign-off", new { decision = "approve" });

        Assert.Equal(
            ["authority-partner", "health-partner"],
            body.GetProperty("actions").EnumerateArray().Where(action => action.GetProperty("id").GetString() == "rapid-review-sign-off")
                .Select(action => action.GetProperty("role").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "already-decided"), (again, problem.Rule()));
        Assert.Equal("police", body.GetProperty("approvals")[0].GetProperty("given")[0].GetProperty("by").GetString());
    }

    [Fact]
    public async Task A_letter_in_trouble_shows_and_can_be_sent_again()
    {
        await using var service = await WebService.StartAsync();
        service.Mail.RefusesAll = true;
        var review = await service.OpenAsync();
        await service.WakeAsync();
        var letter = (await service.ReadAsync(review)).GetProperty("letters")[0];
        Assert.Equal("failed", letter.GetProperty("state").GetString());
        Assert.NotNull(letter.GetProperty("trouble").GetString());

        service.Mail.RefusesAll = false;
        var (status, _) = await PostAsync(
            service, "manager", $"{review}/letters/{letter.GetProperty("id").GetString()}/resend", new { reason = "The address is mended." });
        await service.WakeAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("confirmed", (await service.ReadAsync(review)).GetProperty("letters")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_delay_notice_that_is_held_is_released_as_a_task()
    {
        await using var service = await WebService.StartAsync();
        var opening = ReviewSetup.OpeningOf(partnership: "mossdale");
        var (_, opened) = await PostAsync(service, "other.manager", "/api/reviews", opening);
        var review = $"/api/reviews/{opened.GetProperty("id").GetString()}";
        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-13T12:00:00Z"));
        var held = (await service.ReadAsync(review, "other.manager")).GetProperty("actions").EnumerateArray()
            .Single(action => action.GetProperty("id").GetString()!.StartsWith("release-", StringComparison.Ordinal));

        var (status, body) = await PostAsync(service, "other.manager", held.GetProperty("href").GetString()!, new { });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(body.GetProperty("letters").EnumerateArray(), letter => letter.GetProperty("kind").GetString() == "delay-notice");
    }

    [Fact]
    public async Task A_register_is_added_to_and_its_entries_show()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();

        await PostAsync(
            service, "manager", $"{review}/tasks/parallel-proceedings",
            new { facts = new { proceedingKind = "inquest", proceedingEffect = "nothing" }, note = "Opened." });

        var entry = (await service.ReadAsync(review)).GetProperty("entries").EnumerateArray().Single();
        Assert.Equal("inquest", entry.GetProperty("facts").GetProperty("proceedingKind").GetString());
        Assert.Equal(("parallel-proceedings", "manager", "Opened."), (
            entry.GetProperty("register").GetString()!, entry.GetProperty("by").GetString()!, entry.GetProperty("note").GetString()!));
    }

    [Fact]
    public async Task The_journal_holds_every_event_as_one_line_of_JSON()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        var version = (await service.ReadAsync(review)).GetProperty("version").GetInt64();

        using var answer = await service.As("manager").GetAsync($"{review}/journal");

        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.Equal(
            Enumerable.Range(1, (int)version).Select(each => (long)each),
            lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("sequence").GetInt64()));
        Assert.Contains("reviewOpened", lines[0]);
    }

    private static JsonElement Deadline(JsonElement review, string id) =>
        review.GetProperty("deadlines").EnumerateArray().Single(deadline => deadline.GetProperty("id").GetString() == id);

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(
        WebService service, string user, string address, object body)
    {
        using var answer = await service.As(user).PostAsJsonAsync(address, body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
