using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Web.Tests.Contract;

/// <summary>A client that knows the HTTP contract and nothing of any process: it does whatever the actions say.</summary>
/// <param name="clientOf">A client for somebody who holds a role.</param>
/// <param name="today">The present day.</param>
internal sealed class ContractClient(Func<string, HttpClient> clientOf, Func<DateOnly> today)
{
    private int _keys;

    /// <summary>All that was answered, for whoever wants to compare it with the description.</summary>
    public List<(string Method, string Path, HttpStatusCode Status, JsonElement Body)> Answers { get; } = [];

    /// <summary>Opens a review as somebody of a role, answering what the process asks.</summary>
    public async Task<JsonElement> OpenAsync(string role, string process, string partnership, string reference, Dictionary<string, object>? known = null)
    {
        var definition = await GetAsync(role, $"/api/processes/{process}");
        var body = new { process, partnership, reference, facts = Facts(definition.GetProperty("facts"), known ?? []) };
        var (status, review) = await SendAsync(role, HttpMethod.Post, "/api/reviews", JsonContent.Create(body));
        Assert.True(status == HttpStatusCode.Created, review.ToString());
        return review;
    }

    /// <summary>The review as somebody of a role sees it.</summary>
    public async Task<JsonElement> GetAsync(string role, string path)
    {
        var (status, body) = await SendAsync(role, HttpMethod.Get, path, content: null);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return body;
    }

    /// <summary>Does one action, a decision in its usual way unless another is named; false where it was refused by a rule.</summary>
    public async Task<bool> TryDoAsync(JsonElement action, Dictionary<string, object>? known = null, string? outcome = null)
    {
        var facts = Facts(action.GetProperty("facts"), known ?? []);
        HttpContent content = action.GetProperty("kind").GetString() switch
        {
            "task" => JsonContent.Create(new { facts, note = "Done." }),
            "decision" => JsonContent.Create(new { outcome = outcome ?? UsualOf(action), rationale = "For the reasons given.", facts }),
            "approval" => JsonContent.Create(new { decision = "approve", reason = (string?)null }),
            _ => Document(action.GetProperty("id").GetString()!),
        };
        var method = new HttpMethod(action.GetProperty("method").GetString()!);
        var (status, body) = await SendAsync(
            action.GetProperty("role").GetString()!, method, action.GetProperty("href").GetString()!, content);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Conflict, body.ToString());
        return status != HttpStatusCode.Conflict;
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string role, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", $"contract-{Interlocked.Increment(ref _keys)}");
        }

        using var response = await clientOf(role).SendAsync(request);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Answers.Add((method.Method, path, response.StatusCode, body));
        return (response.StatusCode, body);
    }

    private Dictionary<string, object> Facts(JsonElement asked, Dictionary<string, object> known) => asked.EnumerateArray()
        .Where(fact => fact.GetProperty("required").GetBoolean() || known.ContainsKey(fact.GetProperty("name").GetString()!))
        .ToDictionary(
            fact => fact.GetProperty("name").GetString()!,
            fact => known.GetValueOrDefault(fact.GetProperty("name").GetString()!) ?? Answer(fact));

    private object Answer(JsonElement fact) => fact.GetProperty("type").GetString() switch
    {
        "date" => today().ToString("yyyy-MM-dd"),
        "boolean" => true,
        "number" => 1,
        "choice" => fact.GetProperty("options")[0].GetString()!,
        _ => "As agreed",
    };

    private static string UsualOf(JsonElement action) => action.GetProperty("outcomes").EnumerateArray()
        .Single(outcome => outcome.GetProperty("usual").GetBoolean()).GetProperty("id").GetString()!;

    private static ByteArrayContent Document(string id)
    {
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"The document {id}."));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{id}.pdf" };
        return content;
    }
}
