using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Web.Tests.Contract;

namespace Workflows.Web.Tests.Support;

/// <summary>Requests that many tests make.</summary>
internal static class ReviewSetup
{
    public static object OpeningOf(string reference = "FS 1", string awareOn = "2026-05-05", string partnership = "fernshire") => new
    {
        process = "lcspr",
        partnership,
        reference,
        facts = new { awareOn, harm = "harmed", agencies = new[] { "Health", "Education" } },
    };

    /// <summary>Opens a review; gives its address.</summary>
    public static async Task<string> OpenAsync(this WebService service, string user = "manager", string reference = "FS 1")
    {
        using var response = await service.As(user).PostAsJsonAsync("/api/reviews", OpeningOf(reference));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Opens a review and carries it on until it stands in a stage; gives its address.</summary>
    public static async Task<string> OpenUntilAsync(this WebService service, Func<JsonElement, bool> reached)
    {
        var address = await service.OpenAsync();
        await new Walk(service).UntilAsync(address, reached);
        return address;
    }

    /// <summary>
    /// Records open reviews from before, a day between each, of which the report is to be published; the last days of publication lie
    /// around 1 May 2026. Gives their references.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RecordDutiesAsync(this WebService service, int count)
    {
        var rows = Enumerable.Range(0, count).Select(at =>
        {
            var decided = new DateOnly(2025, 11, 5).AddDays(10 - at);
            string On(int before) => $"{decided.AddDays(-before):yyyy-MM-dd}";
            return $"lcspr,fernshire,DUTY-{at + 1:D3},{On(40)},harmed,Education,{On(36)},{On(8)},{On(6)},{On(4)},{On(3)},{On(2)},commission,Reasons.,yes,{On(1)},{On(0)}";
        });
        var file = "process,partnership,reference,facts.awareOn,facts.harm,facts.agencies,notification.on,agency-summary.on,rapid-review-meeting.on,"
            + "rapid-review-report.on,rapid-review-sign-off.on,next-step.on,next-step.outcome,next-step.rationale,facts.recurrentThemes,send-rapid-review.on,"
            + $"initiation.on\n{string.Join('\n', rows)}\n";
        using var content = new StringContent(file, System.Text.Encoding.UTF8, "text/csv");
        using var answer = await service.As("manager").PostAsync("/api/imports", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. Enumerable.Range(1, count).Select(at => $"DUTY-{at:D3}")];
    }

    public static async Task<JsonElement> ReadAsync(this WebService service, string address, string user = "manager") =>
        await service.As(user).GetFromJsonAsync<JsonElement>(address);

    public static bool StandsIn(this JsonElement review, string stage) => review.GetProperty("stage").GetString() == stage;

    public static bool Offers(this JsonElement review, string action) =>
        review.GetProperty("actions").EnumerateArray().Any(each => each.GetProperty("id").GetString() == action);

    public static ByteArrayContent File(byte[] bytes, string? disposition = "attachment; filename=\"report.pdf\"", string type = "application/pdf")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (disposition is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        }

        return content;
    }

    /// <summary>The answer's problem document; fails where the answer is none.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(
            response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)response.StatusCode} {text}");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal($"/problems/{problem.GetProperty("rule").GetString()}", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    public static string Rule(this JsonElement problem) => problem.GetProperty("rule").GetString()!;
}
