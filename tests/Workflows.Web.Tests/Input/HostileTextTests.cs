using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Input;

/// <summary>Texts meant to break things: each is kept exactly as it was sent, or refused by the name of its field.</summary>
public sealed class HostileTextTests(OneReview shared) : IClassFixture<OneReview>
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "'; DROP TABLE journal; --", "{{7*7}} ${7*7} <%= 7*7 %>", "=cmd|' /C calc'!A0",
        "../../etc/passwd", "%00%0d%0aSet-Cookie: x=1", "a\0b", "a\r\nBcc: all@example.org", "\u202Egnp.exe", "\uFEFFmark",
        "e\u0301 \u00E9", "👩‍👧‍👦 \U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "\uD83D\uDE00\u200D", "\u0007bell",
        "\u2028line\u2029", "true", "null", "-1e999", "\"},\"seal\":\"x", ",\"seal\":\"x\"", new string('x', 10_000),
        new string('é', 10_000), new string('x', 10_001), new string('\u0001', 50),
    ];

    [Fact]
    public async Task Free_text_is_kept_exactly_or_refused_by_its_field()
    {
        var (service, review) = (shared.Service, shared.Address);
        var client = service.As("manager");
        foreach (var text in Texts)
        {
            using var answer = await client.PostAsJsonAsync($"{review}/deadlines/notification/delay", new { reason = text });
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                var kept = (await service.ReadAsync(review)).GetProperty("deadlines")[0].GetProperty("delayReason").GetString();
                Assert.Equal(text.Trim(), kept);
            }
            else
            {
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.True((await answer.ProblemAsync()).GetProperty("errors").TryGetProperty("reason", out _), text);
            }
        }
    }

    [Fact]
    public async Task A_list_of_texts_comes_back_as_it_was_sent()
    {
        string[] agencies = ["Health & \"care\"", "<b>Education</b>", "Jugendamt Köln"];
        var body = new
        {
            process = "lcspr", partnership = "fernshire", reference = "FS 9",
            facts = new { awareOn = "2026-05-05", harm = "died", agencies },
        };

        using var answer = await shared.Service.As("manager").PostAsJsonAsync("/api/reviews", body);

        var facts = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("facts");
        Assert.Equal(agencies, facts.GetProperty("agencies").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("2026-05-05", facts.GetProperty("awareOn").GetString());
    }

    [Fact]
    public async Task Names_that_mean_an_address_are_taken_only_as_names()
    {
        foreach (var text in Texts.Where(text => text.Length < 100))
        {
            var opening = new { process = text, partnership = text, reference = text, facts = new Dictionary<string, object> { [text] = text } };
            using var answer = await shared.Service.As("manager").PostAsJsonAsync("/api/reviews", opening);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);

            var known = new { process = text, partnership = "fernshire", reference = text, facts = new Dictionary<string, object> { [text] = text } };
            using var other = await shared.Service.As("manager").PostAsJsonAsync("/api/reviews", known);
            Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
            await other.ProblemAsync();

            var path = $"{shared.Address}/tasks/{Uri.EscapeDataString(text.Replace("\0", string.Empty))}";
            using var item = await shared.Service.As("manager").PostAsJsonAsync(path, new { });
            Assert.Equal(HttpStatusCode.NotFound, item.StatusCode);
        }
    }
}
