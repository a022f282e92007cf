using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Commands;

public sealed class IdempotencyTests
{
    private static readonly object Notification = new { facts = new { notificationSentOn = "2026-05-05", partnersAwareOn = "2026-05-05" } };

    [Fact]
    public async Task Opening_twice_with_one_key_opens_one_review()
    {
        await using var service = await WebService.StartAsync();

        var first = await SendAsync(service, "manager", HttpMethod.Post, "/api/reviews", ReviewSetup.OpeningOf(), "k");
        var second = await SendAsync(service, "manager", HttpMethod.Post, "/api/reviews", ReviewSetup.OpeningOf(), "k");

        Assert.Equal((HttpStatusCode.Created, first.Body.GetRawText()), (second.Status, second.Body.GetRawText()));
        Assert.Equal(first.Location, second.Location);
        Assert.Single((await service.ReadAsync("/api/reviews")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_command_repeated_under_its_key_is_done_once_and_answered_again()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();

        var first = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", Notification, "k");
        var second = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", Notification, "k");

        Assert.Equal((HttpStatusCode.OK, first.Body.GetRawText()), (second.Status, second.Body.GetRawText()));
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", Notification, "k");

        var other = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/withdrawal", new { reason = "Not met." }, "k");

        Assert.Equal((HttpStatusCode.Conflict, "idempotency-key-reused"), (other.Status, other.Body.Rule()));
        Assert.Equal("open", (await service.ReadAsync(review)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        await using var service = await WebService.StartAsync();

        await SendAsync(service, "manager", HttpMethod.Post, "/api/reviews", ReviewSetup.OpeningOf(), "k");
        await SendAsync(service, "second.manager", HttpMethod.Post, "/api/reviews", ReviewSetup.OpeningOf(), "k");

        Assert.Equal(2, (await service.ReadAsync("/api/reviews")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_refused_command_leaves_its_key_free()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", new { }, "k");

        var mended = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", Notification, "k");

        Assert.Equal(HttpStatusCode.OK, mended.Status);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("é")]
    [InlineData("long")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var service = await WebService.StartAsync();
        var longKey = key == "long" ? new string('k', 201) : key;

        var answer = await SendAsync(service, "manager", HttpMethod.Post, "/api/reviews", ReviewSetup.OpeningOf(), longKey);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Idempotency-Key", answer.Body.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task A_document_repeated_under_its_key_is_the_version_it_first_was()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenUntilAsync(standing => standing.Offers("rapid-review-report"));
        var address = $"{review}/documents/rapid-review-report";

        var first = await PutAsync(service, address, "one"u8.ToArray(), "k1");
        await PutAsync(service, address, "two"u8.ToArray(), "k2");
        var again = await PutAsync(service, address, "one"u8.ToArray(), "k1");
        var other = await PutAsync(service, address, "three"u8.ToArray(), "k1");

        Assert.Equal((HttpStatusCode.Created, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
        Assert.Equal(1, again.Body.GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
    }

    [Fact]
    public async Task If_Match_refuses_a_command_meant_for_another_version()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        using var seen = await service.As("manager").GetAsync(review);
        var tag = seen.Headers.ETag!.Tag;
        Assert.Equal($"\"{(await seen.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt64()}\"", tag);

        var done = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", Notification, "k", tag);
        var repeated = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/tasks/notification", Notification, "k", tag);
        var stale = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/withdrawal", new { reason = "Not met." }, "l", tag);
        var any = await SendAsync(service, "manager", HttpMethod.Post, $"{review}/withdrawal", new { reason = "Not met." }, "m", "*");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(HttpStatusCode.OK, repeated.Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "seen-version"), (stale.Status, stale.Body.Rule()));
        Assert.Equal("withdrawn", any.Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Of_commands_sent_at_once_under_one_key_one_is_done()
    {
        await using var service = await WebService.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            SendAsync(service, "manager", HttpMethod.Post, "/api/reviews", ReviewSetup.OpeningOf(), "k")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Location).Distinct());
    }

    private static Task<(HttpStatusCode Status, JsonElement Body, string? Location)> PutAsync(
        WebService service, string address, byte[] bytes, string key) =>
        SendAsync(service, "manager", HttpMethod.Put, address, ReviewSetup.File(bytes), key);

    private static async Task<(HttpStatusCode Status, JsonElement Body, string? Location)> SendAsync(
        WebService service, string user, HttpMethod method, string address, object body, string key, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body as HttpContent ?? JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await service.As(user).SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(), answer.Headers.Location?.OriginalString);
    }
}
