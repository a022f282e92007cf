using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Durability.Tests.Crash;

/// <summary>Everybody of the demonstration at the HTTP interface; their tokens outlive the program that gave them.</summary>
internal sealed class Cast(DemoClient client)
{
    private readonly Dictionary<string, string> _userOf = [];
    private readonly Dictionary<string, string> _tokens = [];
    private DemoClient _client = client;

    /// <summary>Learns who there is, and gets everybody a token.</summary>
    public async Task GatherAsync()
    {
        foreach (var person in (await _client.GetAsync("/demo/people")).EnumerateArray())
        {
            var user = person.GetProperty("user").GetString()!;
            _tokens[user] = (await _client.PostAsync("/demo/token", new { user })).GetProperty("token").GetString()!;
            foreach (var role in person.GetProperty("roles").EnumerateArray())
            {
                _userOf.TryAdd(role.GetString()!, user);
            }
        }
    }

    /// <summary>Goes on with another run of the program, which may listen elsewhere.</summary>
    public void GoTo(DemoClient other) => _client = other;

    public string UserOf(string role) => _userOf[role];

    public async Task<JsonElement> GetAsync(string path, string role = "business-manager") =>
        (await SendAsync(role, HttpMethod.Get, path, () => null, key: null)).Body;

    public async Task<string> TextAsync(string path)
    {
        using var request = Request("business-manager", HttpMethod.Get, path, content: null, key: null);
        using var answer = await _client.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Gives a command; null where no answer came.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)?> TryAsync(Deedable deed, string key)
    {
        try
        {
            return await SendAsync(deed.Role, deed.Method, deed.Path, deed.Content, key);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            return null;
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string role, HttpMethod method, string path, Func<HttpContent?> content, string? key)
    {
        using var request = Request(role, method, path, content(), key);
        using var answer = await _client.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private HttpRequestMessage Request(string role, HttpMethod method, string path, HttpContent? content, string? key)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[_userOf[role]]);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }
}

/// <summary>A command as it goes over the wire; its content is made anew for every time it is sent.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Role">Role of the person who gives it.</param>
/// <param name="Method">How it is sent.</param>
/// <param name="Path">Where to.</param>
/// <param name="Content">What is sent.</param>
internal sealed record Deedable(string Name, string Role, HttpMethod Method, string Path, Func<HttpContent?> Content)
{
    public static Deedable Post(string name, string role, string path, object body) =>
        new(name, role, HttpMethod.Post, path, () => JsonContent.Create(body));

    /// <summary>An action of a review, done in its usual way.</summary>
    public static Deedable Of(JsonElement action, string today)
    {
        var id = action.GetProperty("id").GetString()!;
        var facts = action.GetProperty("facts").EnumerateArray().Where(fact => fact.GetProperty("required").GetBoolean())
            .ToDictionary(fact => fact.GetProperty("name").GetString()!, fact => Answer(fact, today));
        var kind = action.GetProperty("kind").GetString()!;
        return new Deedable(
            $"{kind} {id}", action.GetProperty("role").GetString()!, new HttpMethod(action.GetProperty("method").GetString()!),
            action.GetProperty("href").GetString()!, () => kind switch
            {
                "task" => JsonContent.Create(new { facts, note = "Done." }),
                "decision" => JsonContent.Create(new { outcome = UsualOf(action), rationale = "For the reasons given.", facts }),
                "approval" => JsonContent.Create(new { decision = "approve" }),
                _ => Document(id),
            });
    }

    private static object Answer(JsonElement fact, string today) => fact.GetProperty("type").GetString() switch
    {
        "date" => today,
        "boolean" => true,
        "number" => 1,
        "choice" => fact.GetProperty("options")[0].GetString()!,
        _ => "As agreed",
    };

    private static string UsualOf(JsonElement action) => action.GetProperty("outcomes").EnumerateArray()
        .Single(outcome => outcome.GetProperty("usual").GetBoolean()).GetProperty("id").GetString()!;

    private static ByteArrayContent Document(string id)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"The document {id}."));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{id}.txt" };
        return content;
    }
}
