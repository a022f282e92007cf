using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>What can be done with any review, whatever its process: who may, while it is open and after its end.</summary>
internal static class RoleOperations
{
    private static readonly (string Title, string Method, string Path, object? Body)[] All =
    [
        ("find it in lists", "GET", string.Empty, null),
        ("see it", "GET", "", null),
        ("read its journal", "GET", "/journal", null),
        ("see who looked at it", "GET", "/looks", null),
        ("read a document", "GET", "/documents/rapid-review-report", null),
        ("see its reviewers", "GET", "/reviewers", null),
        ("see its recommendations", "GET", "/recommendations", null),
        ("see its quality markers", "GET", "/quality", null),
        ("take the statement of gaps", "GET", "/gaps/statement", null),
        ("correct an answer", "POST", "/facts/awareOn/correction", new { value = "2026-05-05" }),
        ("extend a limit of its own", "POST", "/deadlines/initiation/extension", new { to = "2020-01-01", reason = "R" }),
        ("record why something is late", "POST", "/deadlines/initiation/delay", new { }),
        ("have a letter sent again", "POST", "/letters/letter-1/resend", new { }),
        ("remove a reviewer", "POST", "/reviewers/nobody/removal", new { reason = "R" }),
        ("declare a conflict of interest", "POST", "/reviewers/reviewer/conflict", new { }),
        ("answer a quality marker", "POST", "/quality/referral", new { }),
        ("recommend", "POST", "/recommendations", new { evaluateOn = "2020-01-01" }),
        ("take back a link to another review", "POST", "/links/{other}/removal", new { }),
        ("propose a move to newer rules", "POST", "/migration", new { to = "9999.1", reason = "R" }),
        ("withdraw it", "POST", "/withdrawal", new { }),
    ];

    /// <summary>The tables of a review that is carried from its opening to its end.</summary>
    public static async Task<string> WriteAsync(WebService service)
    {
        var other = await service.OpenAsync(reference: "FS 2");
        var address = await AccessMatrix.ReviewAsync(service);
        var otherId = other[(other.LastIndexOf('/') + 1)..];
        (await service.As("manager").PostAsJsonAsync($"{address}/links", new { review = otherId, kind = "related" })).EnsureSuccessStatusCode();

        var text = new StringBuilder("While it is open:\n\n").Append(RolePeople.Heading("operation"))
            .Append(await WriteAsync(service, address, otherId));
        await new Walk(service).ToTheEndAsync(address);
        return text.Append("\nAfter its end:\n\n").Append(RolePeople.Heading("operation"))
            .Append(await WriteAsync(service, address, otherId)).ToString();
    }

    private static async Task<string> WriteAsync(WebService service, string address, string other)
    {
        var text = new StringBuilder();
        foreach (var (title, method, path, body) in All)
        {
            var answers = title == "find it in lists"
                ? await ListedAsync(service, address)
                : await RolePeople.AskAsync(service, () => new HttpRequestMessage(new HttpMethod(method), address + path.Replace("{other}", other, StringComparison.Ordinal))
                {
                    Content = body is null ? null : JsonContent.Create(body),
                });
            text.Append($"| {title} | ").AppendJoin(" | ", answers.Select(RolePeople.Sign)).Append(" |\n");
        }

        return text.ToString();
    }

    // Whether it is in the person's list: lists and reviews must not differ in who sees what.
    private static async Task<int[]> ListedAsync(WebService service, string address)
    {
        var answers = new List<int>();
        foreach (var (_, user) in RolePeople.All)
        {
            using var answer = await service.As(user).GetAsync("/api/reviews?limit=200");
            var isListed = answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()
                .Any(item => address.EndsWith(item.GetProperty("id").GetString()!, StringComparison.Ordinal));
            answers.Add(!answer.IsSuccessStatusCode ? (int)answer.StatusCode : isListed ? 200 : 404);
        }

        return [.. answers];
    }
}
