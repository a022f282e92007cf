using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Workflows.Web.Tests.Access;

/// <summary>Every address of the interface, with what each kind of person is answered there.</summary>
internal static class AccessRows
{
    // The columns: the person of the review's own partnership who is named, one of another partnership, a national one whose
    // body was told of the review, a national one who was not, a signed-in person whom the directory does not know, nobody.
    public static IReadOnlyList<AccessRow> All { get; } =
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
        new("GET /api/reports/publications", "agency", 200, 200, 200, 200, 403, 401),
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
}

/// <summary>An address, and the status of its answer to each kind of person.</summary>
internal sealed record AccessRow(
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
