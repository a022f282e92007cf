using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Api.Access;
using Workflows.Web.Tests.Support;
using Workflows.Web.Pages;

namespace Workflows.Web.Tests.Access;

/// <summary>
/// Every address against every kind of person. The commands sent are ones that change nothing, so that one review serves all.
/// </summary>
public sealed class AccessMatrixTests
{
    // The columns: the person of the review's own partnership who is named, one of another partnership, a national one whose
    // body was told of the review, a national one who was not, a signed-in person whom the directory does not know, nobody.
    internal static readonly Row[] Rows =
    [
        new("GET /healthz", "manager", 200, 200, 200, 200, 200, 200),
        new("GET /.well-known/security.txt", "manager", 404, 404, 404, 404, 404, 404),
        new("GET /openapi/v1.json", "manager", 200, 200, 200, 200, 200, 200),
        new("GET /api/publications", "manager", 200, 200, 200, 200, 200, 200),
        new("GET /api/publications/{publication}", "manager", 404, 404, 404, 404, 404, 404, Path: "/api/publications/none"),
        new("GET /publications/{publication}", "manager", 404, 404, 404, 404, 404, 404, Path: "/publications/none"),
        new("GET /publications/{publication}/document", "manager", 404, 404, 404, 404, 404, 404, Path: "/publications/none/document"),
        new("GET /api/processes", "manager", 200, 200, 200, 200, 403, 401),
        new("GET /api/processes/{id}", "manager", 200, 200, 200, 200, 403, 401, Path: "/api/processes/lcspr"),
        new("GET /api/reports/{partnership}/{year}", "agency", 200, 404, 404, 404, 403, 401, Path: "/api/reports/fernshire/2026"),
        new("GET /api/reports/national/{year}", "manager", 404, 404, 200, 200, 403, 401, Path: "/api/reports/national/2026"),
        new("GET /api/reviewers", "manager", 200, 200, 200, 200, 403, 401),
        new("GET /api/reviews/{id}/reviewers", "reviewer", 200, 404, 200, 404, 403, 401),
        new("POST /api/reviews/{id}/reviewers", "manager", 400, 404, 400, 404, 403, 401, Body: new { reviewer = "nobody" }),
        new("POST /api/reviews/{id}/reviewers/{reviewer}/removal", "manager", 409, 404, 403, 404, 403, 401, Last: "nobody/removal", Body: new { reason = "R" }),
        new("POST /api/reviews/{id}/reviewers/{reviewer}/conflict", "manager", 404, 404, 404, 404, 403, 401, Last: "nobody/conflict", Body: new { what = "W" }),
        new("POST /api/imports", "manager", 200, 200, 200, 200, 403, 401, Path: "/api/imports?dryRun=true", Body: new { rows = Array.Empty<object>() }),
        new("GET /api/reviews", "manager", 200, 200, 200, 200, 403, 401),
        new("POST /api/reviews", "manager", 400, 404, 403, 403, 403, 401, Body: new { process = "lcspr", partnership = "fernshire", reference = "R" }),
        new("GET /api/reviews/{id}", "reviewer", 200, 404, 200, 404, 403, 401),
        new("GET /api/reviews/{id}/journal", "agency", 200, 404, 200, 404, 403, 401),
        new("GET /api/reviews/{id}/looks", "manager", 200, 404, 403, 404, 403, 401),
        new("GET /api/reviews/{id}/documents/{kind}", "assurer", 200, 404, 200, 404, 403, 401, Last: "rapid-review-report"),
        new("PUT /api/reviews/{id}/documents/{kind}", "manager", 409, 404, 403, 404, 403, 401, Last: "rapid-review-report"),
        new("POST /api/reviews/{id}/tasks/{task}", "manager", 400, 404, 403, 404, 403, 401, Last: "initiation"),
        new("POST /api/reviews/{id}/decisions/{decision}", "manager", 409, 404, 403, 404, 403, 401, Last: "next-step", Body: new { outcome = "none" }),
        new("POST /api/reviews/{id}/approvals/{approval}", "police", 409, 404, 403, 404, 403, 401, Last: "rapid-review-sign-off", Body: new { decision = "approve" }),
        new("POST /api/reviews/{id}/facts/{fact}/correction", "authority", 400, 404, 403, 404, 403, 401, Last: "awareOn/correction", Body: new { value = "2026-05-05" }),
        new("POST /api/reviews/{id}/deadlines/{deadline}/extension", "manager", 400, 404, 403, 404, 403, 401, Last: "initiation/extension", Body: new { to = "2020-01-01", reason = "R" }),
        new("POST /api/reviews/{id}/deadlines/{deadline}/delay", "manager", 400, 404, 403, 404, 403, 401, Last: "initiation/delay"),
        new("POST /api/reviews/{id}/letters/{letter}/resend", "manager", 409, 404, 403, 404, 403, 401, Last: "letter-1/resend"),
        new("GET /api/reviews/{id}/migration", "manager", 400, 404, 400, 404, 403, 401),
        new("POST /api/reviews/{id}/migration", "manager", 400, 404, 400, 404, 403, 401),
        new("POST /api/reviews/{id}/links", "manager", 400, 404, 400, 404, 403, 401),
        new("POST /api/reviews/{id}/links/{other}/removal", "manager", 404, 404, 404, 404, 403, 401, Last: "none/removal"),
        new("POST /api/reviews/{id}/withdrawal", "manager", 400, 404, 403, 404, 403, 401),
        new("GET /api/recommendations", "manager", 200, 200, 200, 200, 403, 401),
        new("GET /api/reviews/{id}/recommendations", "agency", 200, 404, 200, 404, 403, 401),
        new("POST /api/reviews/{id}/recommendations", "manager", 400, 404, 403, 404, 403, 401, Body: new { evaluateOn = "2020-01-01" }),
        new("GET /api/reviews/{id}/recommendations/{number}", "manager", 404, 404, 404, 404, 403, 401, Last: "1"),
        new("POST /api/reviews/{id}/recommendations/{number}/revision", "manager", 404, 404, 404, 404, 403, 401, Last: "1/revision", Body: new { }),
        new("POST /api/reviews/{id}/recommendations/{number}/answer", "manager", 404, 404, 404, 404, 403, 401, Last: "1/answer", Body: new { answer = "accept" }),
        new("POST /api/reviews/{id}/recommendations/{number}/withdrawal", "manager", 404, 404, 404, 404, 403, 401, Last: "1/withdrawal", Body: new { }),
        new("POST /api/reviews/{id}/recommendations/{number}/themes", "manager", 404, 404, 404, 404, 403, 401, Last: "1/themes", Body: new { }),
        new("POST /api/reviews/{id}/recommendations/{number}/actions", "manager", 404, 404, 404, 404, 403, 401, Last: "1/actions", Body: new { dueOn = "2026-06-01" }),
        new("POST /api/reviews/{id}/recommendations/{number}/evaluation", "manager", 404, 404, 404, 404, 403, 401, Last: "1/evaluation", Body: new { result = "changed" }),
        new("POST /api/reviews/{id}/recommendations/{number}/evaluation/extension", "manager", 404, 404, 404, 404, 403, 401, Last: "1/evaluation/extension", Body: new { to = "2026-06-01" }),
        new("POST /api/reviews/{id}/recommendations/{number}/answer/extension", "manager", 404, 404, 404, 404, 403, 401, Last: "1/answer/extension", Body: new { to = "2026-06-01" }),
        new("POST /api/reviews/{id}/recommendations/{number}/actions/{action}/report", "manager", 404, 404, 404, 404, 403, 401, Last: "1/actions/1/report", Body: new { progress = "done" }),
        new("POST /api/reviews/{id}/recommendations/{number}/actions/{action}/extension", "manager", 404, 404, 404, 404, 403, 401, Last: "1/actions/1/extension", Body: new { to = "2026-06-01" }),
        new("GET /api/reviews/{id}/quality", "reviewer", 200, 404, 200, 404, 403, 401),
        new("POST /api/reviews/{id}/quality/{marker}", "assurer", 400, 404, 403, 404, 403, 401, Last: "referral", Body: new { }),
        new("GET /api/reviews/{id}/publication", "agency", 200, 404, 200, 404, 403, 401),
        new("POST /api/reviews/{id}/publication/comments", "manager", 400, 404, 400, 404, 403, 401, Body: new { from = "panel" }),
        new("POST /api/reviews/{id}/publication/{publication}/repository", "manager", 404, 404, 403, 404, 403, 401, Last: "none/repository", Body: new { @as = "named" }),
        new("POST /api/reviews/{id}/publication/{publication}/repository/answer", "manager", 404, 404, 403, 404, 403, 401, Last: "none/repository/answer", Body: new { answer = "held", on = "2026-05-05" }),
        new("GET /api/retention/rules", "manager", 200, 200, 200, 200, 403, 401),
        new("GET /api/retention", "manager", 200, 200, 200, 200, 403, 401),
        new("GET /api/reviews/{id}/retention", "manager", 200, 404, 200, 404, 403, 401),
        new("POST /api/reviews/{id}/retention/holds", "manager", 400, 404, 403, 404, 403, 401),
        new("POST /api/reviews/{id}/retention/holds/{hold}/lifting", "manager", 404, 404, 403, 404, 403, 401, Last: "none/lifting"),
        new("POST /api/reviews/{id}/retention/approval", "manager", 409, 404, 403, 404, 403, 401),
        new("GET /api/reviews/{id}/retention/certificate", "manager", 404, 404, 404, 404, 403, 401),
        new("POST /api/reviews/{id}/retention/disclosure", "authority", 400, 404, 403, 404, 403, 401),
        new("GET /api/reviews/{id}/screening", "reviewer", 200, 404, 200, 404, 403, 401),
        new("GET /api/reviews/{id}/screening/list", "manager", 200, 404, 403, 404, 403, 401),
        new("PUT /api/reviews/{id}/screening/list", "manager", 400, 404, 400, 404, 403, 401, Body: new { entries = Array.Empty<object>() }),
        new("POST /api/reviews/{id}/screening/{document}/answers", "manager", 404, 404, 403, 404, 403, 401, Last: "report/answers", Body: new { answer = "keep", reason = "R", findings = Array.Empty<string>() }),
        new("GET /api/reviews/{id}/gaps/statement", "reviewer", 200, 404, 200, 404, 403, 401),
    ];

    [Fact]
    public async Task Every_address_answers_every_kind_of_person_as_the_table_says()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenUntilAsync(review => review.StandsIn("commissioning") && review.Offers("initiation"));
        var before = await service.ReadAsync(address);
        var wrong = new List<string>();
        foreach (var row in Rows)
        {
            foreach (var (user, expected) in row.Expected)
            {
                using var request = row.Request(address);
                using var answer = await service.As(user).SendAsync(request);
                if ((int)answer.StatusCode != expected)
                {
                    wrong.Add($"{row.Endpoint} as {user ?? "nobody"}: {(int)answer.StatusCode}, not {expected}: {await answer.Content.ReadAsStringAsync()}");
                }
                else if (expected >= 400)
                {
                    await answer.ProblemAsync();
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before.GetProperty("version").GetInt64(), (await service.ReadAsync(address)).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Every_served_address_has_a_row_and_carries_its_access_rule()
    {
        await using var service = await WebService.StartAsync();
        var endpoints = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();

        // Pages have tests of their own; what they have in common with the interface is that each says who may see it.
        var served = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageMark>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Where(address => !address.Contains("/assets/", StringComparison.Ordinal));

        Assert.Equal(Rows.Select(row => row.Endpoint).Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<AccessMark>()));
    }

    [Fact]
    public async Task A_review_that_may_not_be_seen_is_answered_exactly_as_one_that_is_not_there()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();
        var client = service.As("other.manager");

        var hidden = await client.GetStringAsync(address, unseen: true);
        var missing = await client.GetStringAsync($"/api/reviews/{new string('a', 32)}", unseen: true);

        Assert.Equal(missing, hidden);
    }

    [Fact]
    public async Task A_national_body_sees_a_review_once_it_was_told_of_it_and_not_before()
    {
        await using var service = await WebService.StartAsync();
        var address = await service.OpenAsync();
        Assert.Equal(404, (int)(await service.As("panel.officer").GetAsync(address)).StatusCode);
        Assert.Empty((await service.ReadAsync("/api/reviews", "panel.officer")).GetProperty("items").EnumerateArray());

        await service.MoveToAsync(DateTimeOffset.Parse("2026-05-14T12:00:00Z"));

        Assert.Equal(200, (int)(await service.As("panel.officer").GetAsync(address)).StatusCode);
        Assert.Single((await service.ReadAsync("/api/reviews", "panel.officer")).GetProperty("items").EnumerateArray());
        Assert.Empty((await service.ReadAsync("/api/reviews", "idle.officer")).GetProperty("items").EnumerateArray());
        Assert.Empty((await service.ReadAsync("/api/reviews", "other.manager")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_role_that_may_not_open_reviews_is_told_who_may()
    {
        await using var service = await WebService.StartAsync();

        using var answer = await service.As("reviewer").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf());

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("Business manager", (await answer.ProblemAsync()).GetProperty("detail").GetString());
    }

    internal sealed record Row(
        string Endpoint, string OwnUser, int Own, int Other, int Told, int NotTold, int Unknown, int Nobody,
        string? Path = null, string? Last = null, object? Body = null)
    {
        public IEnumerable<(string? User, int Status)> Expected =>
        [
            (OwnUser, Own), ("other.manager", Other), ("panel.officer", Told), ("idle.officer", NotTold), ("stranger", Unknown), (null, Nobody),
        ];

        public HttpRequestMessage Request(string review)
        {
            var (method, pattern) = (Endpoint.Split(' ')[0], Endpoint.Split(' ')[1]);
            var path = Path ?? (Last is null ? pattern : pattern[..pattern.IndexOf('{', pattern.IndexOf('}') + 1)] + Last)
                .Replace("/api/reviews/{id}", review);
            return new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = method switch
                {
                    "POST" => JsonContent.Create(Body ?? new { }),
                    "PUT" when Body is not null => JsonContent.Create(Body),
                    "PUT" => new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } },
                    _ => null,
                },
            };
        }
    }
}

file static class Reading
{
    public static async Task<string> GetStringAsync(this HttpClient client, string path, bool unseen)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(unseen, (int)answer.StatusCode == 404);
        var headers = answer.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key)
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}";
    }
}
