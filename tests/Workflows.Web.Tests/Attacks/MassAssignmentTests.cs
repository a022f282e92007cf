using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Attacks;

/// <summary>Members of a body that would set what is not the caller's to set: each is refused by its name, and nothing changes.</summary>
public sealed class MassAssignmentTests(OneReview shared) : IClassFixture<OneReview>
{
    private static readonly string[] Extra =
    [
        "user", "by", "actor", "role", "roles", "at", "doneOn", "state", "status", "stage", "version", "sequence", "id", "seal", "process", "hash",
        "settings", "escalation", "told", "toldTo", "quorum", "sha256", "bytes", "$type", "__proto__", "constructor", "isAdministrator", "idempotencyKey",
    ];

    private static readonly (string Path, Dictionary<string, object?> Body)[] Commands =
    [
        ("/tasks/notification", new() { ["facts"] = new { notificationSentOn = "2026-05-05", partnersAwareOn = "2026-05-05" } }),
        ("/decisions/next-step", new() { ["outcome"] = "none", ["rationale"] = "R" }),
        ("/approvals/rapid-review-sign-off", new() { ["decision"] = "approve" }),
        ("/facts/awareOn/correction", new() { ["value"] = "2026-05-04", ["reason"] = "R" }),
        ("/deadlines/notification/extension", new() { ["to"] = "2026-07-01", ["reason"] = "R" }),
        ("/deadlines/notification/delay", new() { ["reason"] = "R" }),
        ("/letters/letter-1/resend", []),
        ("/withdrawal", new() { ["reason"] = "R" }),
        ("/migration", new() { ["to"] = "2026.1", ["reason"] = "R" }),
        ("/links", new() { ["review"] = new string('a', 32), ["kind"] = "related" }),
        ("/quality/referral", new() { ["answer"] = "met" }),
    ];

    [Fact]
    public async Task A_member_that_a_command_does_not_take_is_refused_by_name()
    {
        var before = await shared.Service.ReadAsync(shared.Address);
        foreach (var (path, body) in Commands)
        {
            foreach (var name in Extra.Where(name => !body.ContainsKey(name)))
            {
                using var answer = await shared.Service.As("manager").PostAsJsonAsync(shared.Address + path, new Dictionary<string, object?>(body) { [name] = "authority" });
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} {name}: {answer.StatusCode} {text}");
                Assert.True(JsonSerializer.Deserialize<JsonElement>(text).GetProperty("errors").TryGetProperty(name, out _), $"{path} {name}: {text}");
            }
        }

        Assert.Equal(before.GetRawText(), (await shared.Service.ReadAsync(shared.Address)).GetRawText());
    }

    [Fact]
    public async Task An_opening_takes_its_own_members_and_no_others()
    {
        foreach (var name in Extra.Where(name => name is not "process"))
        {
            var body = JsonSerializer.SerializeToNode(ReviewSetup.OpeningOf("MASS"))!.AsObject();
            body[name] = "x";
            using var answer = await shared.Service.As("manager").PostAsJsonAsync("/api/reviews", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.DoesNotContain(
            (await shared.Service.ReadAsync("/api/reviews?limit=200")).GetProperty("items").EnumerateArray(),
            item => item.GetProperty("reference").GetString() == "MASS");
    }

    [Fact]
    public async Task Who_did_something_is_whoever_signed_in_whatever_the_answers_say()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        using var answer = await service.As("manager").PostAsJsonAsync(
            $"{review}/tasks/notification?user=authority&role=authority-partner",
            new { facts = new { notificationSentOn = "2026-05-05", partnersAwareOn = "2026-05-05" }, note = "{\"by\":\"authority\"}" });
        answer.EnsureSuccessStatusCode();

        var journal = await service.As("manager").GetStringAsync($"{review}/journal");

        var done = journal.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Single(entry => entry.GetRawText().Contains("taskCompleted", StringComparison.Ordinal));
        Assert.Contains("\"manager\"", done.GetProperty("by").GetRawText());
        Assert.DoesNotContain("authority", done.GetProperty("by").GetRawText());
    }
}
