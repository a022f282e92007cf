using System.Net.Http.Headers;
using System.Text;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Input;

/// <summary>Bodies that cannot be taken, sent to every address that takes JSON: each is refused by name, and changes nothing.</summary>
public sealed class BadBodyTests(OneReview shared) : IClassFixture<OneReview>
{
    private static readonly string[] Addresses =
    [
        "/api/reviews", "{review}/tasks/notification", "{review}/decisions/next-step", "{review}/approvals/rapid-review-sign-off",
        "{review}/facts/awareOn/correction", "{review}/deadlines/notification/extension", "{review}/deadlines/notification/delay",
        "{review}/letters/letter-1/resend", "{review}/withdrawal",
    ];

    private static readonly (string Name, byte[] Body, string? Type, int Status)[] Bodies =
    [
        ("nothing", [], "application/json", 400),
        ("half an object", "{\"reason\":"u8.ToArray(), "application/json", 400),
        ("a list", "[]"u8.ToArray(), "application/json", 400),
        ("null", "null"u8.ToArray(), "application/json", 400),
        ("a text", "\"x\""u8.ToArray(), "application/json", 400),
        ("not a number", "{\"reason\":NaN}"u8.ToArray(), "application/json", 400),
        ("a comment", "{/*x*/}"u8.ToArray(), "application/json", 400),
        ("two objects", "{}{}"u8.ToArray(), "application/json", 400),
        ("a member twice", "{\"reason\":\"a\",\"reason\":\"b\"}"u8.ToArray(), "application/json", 400),
        ("a member that is not taken", "{\"isAdministrator\":true}"u8.ToArray(), "application/json", 400),
        ("another case of a member", "{\"Reason\":\"a\",\"PROCESS\":\"lcspr\"}"u8.ToArray(), "application/json", 400),
        ("half a surrogate pair", "{\"reason\":\"\\ud800\",\"note\":\"\\ud800\"}"u8.ToArray(), "application/json", 400),
        ("half a surrogate pair as a name", "{\"\\ud800\":1}"u8.ToArray(), "application/json", 400),
        ("bytes that are no UTF-8", [.. "{\"reason\":\""u8, 0xC3, 0x28, .. "\",\"note\":1}"u8], "application/json", 400),
        ("a byte order mark", [0xEF, 0xBB, 0xBF, .. "{}"u8], "application/json", 400),
        ("deep nesting", Encoding.UTF8.GetBytes($"{{\"facts\":{new string('[', 5000)}{new string(']', 5000)}}}"), "application/json", 400),
        ("texts that are numbers", "{\"reason\":1,\"note\":1,\"outcome\":1,\"decision\":1,\"process\":1,\"to\":1}"u8.ToArray(), "application/json", 400),
        ("more than is taken", Encoding.UTF8.GetBytes($"{{\"reason\":\"{new string('x', 1024 * 1024)}\"}}"), "application/json", 413),
        ("another type", "reason=x"u8.ToArray(), "application/x-www-form-urlencoded", 415),
        ("no type", "{}"u8.ToArray(), null, 415),
        ("another alphabet", Encoding.Unicode.GetBytes("{}"), "application/json; charset=utf-16", 415),
    ];

    [Fact]
    public async Task A_body_that_cannot_be_taken_is_refused_everywhere_and_changes_nothing()
    {
        var (service, review) = (shared.Service, shared.Address);
        var before = await service.ReadAsync(review);
        var client = service.As("manager");
        foreach (var address in Addresses)
        {
            foreach (var (name, body, type, status) in Bodies)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
                using var answer = await client.PostAsync(address.Replace("{review}", review), content);
                Assert.True((int)answer.StatusCode == status, $"{name} to {address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                var problem = await answer.ProblemAsync();
                Assert.True(status != 400 || problem.GetProperty("errors").EnumerateObject().Any(), $"{name} to {address}: {problem}");
            }
        }

        Assert.Equal(before.GetRawText(), (await service.ReadAsync(review)).GetRawText());
        Assert.Single((await service.ReadAsync("/api/reviews")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_cut_off_at_its_limit()
    {
        var service = shared.Service;
        using var content = new StreamContent(new Zeros(8 * 1024 * 1024));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await service.As("manager").PostAsync("/api/reviews", content);

        Assert.Equal("size-limit", (await answer.ProblemAsync()).Rule());
    }

    [Theory]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":{\"awareOn\":{}}}", "facts.awareOn")]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":{\"awareOn\":\"2026-02-30\"}}", "facts.awareOn")]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":{\"awareOn\":20260505}}", "facts.awareOn")]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":{\"agencies\":[\"a\",1]}}", "facts.agencies")]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":{\"agencies\":[\"a;b\"]}}", "facts.agencies")]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":[]}", "facts")]
    [InlineData("{\"process\":\"lcspr\",\"partnership\":\"fernshire\",\"reference\":\"<b>\",\"facts\":{\"awareOn\":\"2026-05-05\"}}", "reference")]
    [InlineData("{\"process\":\"lcsp\",\"partnership\":\"fernshire\",\"reference\":\"R\",\"facts\":{}}", "process")]
    [InlineData("{\"process\":null,\"partnership\":\"fernshire\",\"reference\":\"R\"}", "process")]
    public async Task A_wrong_answer_is_refused_by_its_name(string body, string field)
    {
        var service = shared.Service;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await service.As("manager").PostAsync("/api/reviews", content);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(field, (await answer.ProblemAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task A_version_that_is_not_in_force_is_refused_with_those_that_there_are()
    {
        var service = shared.Service;
        var body = """{"process":"lcspr@2018.1","partnership":"fernshire","reference":"R","facts":{"awareOn":"2026-05-05"}}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await service.As("manager").PostAsync("/api/reviews", content);

        Assert.Equal(409, (int)answer.StatusCode);
        var alternatives = (await answer.ProblemAsync()).GetProperty("alternatives").EnumerateArray().ToArray();
        var right = alternatives.Single(each => each.GetProperty("process").GetString() == "lcspr" && each.GetProperty("version").GetString() == "2026.1");
        Assert.Equal("It applies where awareOn is 2026-03-19 or later.", right.GetProperty("why").GetString());
        Assert.Equal("Local child safeguarding practice review", right.GetProperty("title").GetString());
    }
}
