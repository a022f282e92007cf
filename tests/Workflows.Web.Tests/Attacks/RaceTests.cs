using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Attacks;

/// <summary>Several at once at one approval, and somebody else's keys.</summary>
public sealed class RaceTests
{
    private const string SignOff = "rapid-review-sign-off";

    [Fact]
    public async Task One_person_who_approves_many_times_at_once_counts_once()
    {
        await using var service = await WebService.StartAsync();
        var review = await AtApprovalAsync(service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AnswerAsync(service, review, "police", "approve")));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(15, answers.Count(answer => answer == HttpStatusCode.Conflict));
        Assert.Single(await JournalAsync(service, review, "approvalGiven"));
        Assert.Equal("open", ApprovalIn(await service.ReadAsync(review)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Of_an_approval_and_a_rejection_at_once_by_one_person_one_counts()
    {
        await using var service = await WebService.StartAsync();
        var review = await AtApprovalAsync(service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(at => AnswerAsync(service, review, "police", at % 2 == 0 ? "approve" : "reject")));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(1, (await JournalAsync(service, review, "approvalGiven")).Count + (await JournalAsync(service, review, "approvalRejected")).Count);
    }

    [Fact]
    public async Task Partners_who_approve_at_once_each_count_and_the_approval_is_complete_once()
    {
        await using var service = await WebService.StartAsync();
        var review = await AtApprovalAsync(service);

        var answers = await Task.WhenAll(
            new[] { "authority", "health", "police", "authority", "health", "police" }.Select(user => AnswerAsync(service, review, user, "approve")));

        Assert.Equal(3, answers.Count(answer => answer == HttpStatusCode.OK));
        Assert.Equal(3, (await JournalAsync(service, review, "approvalGiven")).Count);
        Assert.True((await service.ReadAsync(review)).Offers("next-step"));
    }

    [Fact]
    public async Task Two_managers_who_decide_at_once_decide_once()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenUntilAsync(standing => standing.Offers("next-step"));

        var action = (await service.ReadAsync(review)).GetProperty("actions").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "next-step");
        var body = new { outcome = "commission", rationale = "R", facts = FactsOf(action) };

        var answers = await Task.WhenAll(new[] { "manager", "second.manager", "manager", "second.manager" }.Select(async user =>
        {
            using var answer = await service.As(user).PostAsJsonAsync($"{review}/decisions/next-step", body);
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Single(await JournalAsync(service, review, "decisionMade"), entry => entry.Contains("next-step", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_of_somebody_else_gives_back_nothing_of_what_they_did_and_does_nothing_in_their_name()
    {
        await using var service = await WebService.StartAsync();
        var review = await AtApprovalAsync(service);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(service, review, "police", "approve", "the-key"));

        // One who may not, one who may, and one from elsewhere, with the very request that was sent.
        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(service, review, "agency", "approve", "the-key"));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(service, review, "other.manager", "approve", "the-key"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(service, review, user: null, "approve", "the-key"));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(service, review, "health", "approve", "the-key"));

        Assert.Equal(["police", "health"], (await JournalAsync(service, review, "approvalGiven"))
            .Select(entry => JsonSerializer.Deserialize<JsonElement>(entry).GetProperty("by").GetProperty("user").GetString()));
    }

    [Fact]
    public async Task A_key_sent_again_after_its_person_left_the_review_gives_nothing_back()
    {
        await using var service = await WebService.StartAsync();
        using var opened = await service.As("manager").SendAsync(Keyed("/api/reviews", ReviewSetup.OpeningOf()));
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

        using var again = await service.As("stranger").SendAsync(Keyed("/api/reviews", ReviewSetup.OpeningOf()));
        using var elsewhere = await service.As("other.manager").SendAsync(Keyed("/api/reviews", ReviewSetup.OpeningOf()));

        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.DoesNotContain(opened.Headers.Location!.OriginalString[^32..], await WholeAnswer.OfAsync(elsewhere));
    }

    private static Dictionary<string, object> FactsOf(JsonElement action) => action.GetProperty("facts").EnumerateArray()
        .Where(fact => fact.GetProperty("required").GetBoolean())
        .ToDictionary(fact => fact.GetProperty("name").GetString()!, fact => fact.GetProperty("type").GetString() switch
        {
            "date" => "2026-05-05",
            "boolean" => true,
            "number" => 1,
            "choice" => fact.GetProperty("options")[0].GetString()!,
            _ => (object)"As agreed",
        });

    private static Task<string> AtApprovalAsync(WebService service) => service.OpenUntilAsync(standing => standing.Offers(SignOff));

    private static HttpRequestMessage Keyed(string address, object body) => new(HttpMethod.Post, address)
    {
        Content = JsonContent.Create(body),
        Headers = { { "Idempotency-Key", "the-key" } },
    };

    private static async Task<HttpStatusCode> AnswerAsync(WebService service, string review, string? user, string decision, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{review}/approvals/{SignOff}")
        {
            Content = JsonContent.Create(new { decision, reason = decision == "reject" ? "R" : null }),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await service.As(user).SendAsync(request);
        return answer.StatusCode;
    }

    private static JsonElement ApprovalIn(JsonElement review) =>
        review.GetProperty("approvals").EnumerateArray().First(each => each.GetProperty("id").GetString() == SignOff);

    private static async Task<List<string>> JournalAsync(WebService service, string review, string kind) =>
        [.. (await service.As("manager").GetStringAsync($"{review}/journal")).Split('\n').Where(line => line.Contains($"\"{kind}\"", StringComparison.Ordinal))];
}
