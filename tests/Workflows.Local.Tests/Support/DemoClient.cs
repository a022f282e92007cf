using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Local.Tests.Support;

/// <summary>Somebody at the HTTP interface.</summary>
internal sealed class DemoClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public HttpClient Http => _http;

    public async Task SignInAsync(string user) => _http.DefaultRequestHeaders.Authorization = await TokenAsync(user);

    public async Task<AuthenticationHeaderValue> TokenAsync(string user)
    {
        var answer = await PostAsync("/demo/token", new { user });
        return new AuthenticationHeaderValue("Bearer", answer.GetProperty("token").GetString());
    }

    public async Task<string> OpenAsync(string reference, string awareOn, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reviews")
        {
            Content = JsonContent.Create(new
            {
                process = "lcspr",
                partnership = "fernshire",
                reference,
                facts = new { awareOn, harm = "harmed", agencies = "Health visiting" },
            }),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        var content = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, content.ToString());
        return content;
    }

    public async Task<(int Status, JsonElement Problem)> RefusedAsync(string path, HttpContent content)
    {
        using var answer = await _http.PostAsync(path, content);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<DateTimeOffset> NowAsync() => (await GetAsync("/demo/clock")).GetProperty("now").GetDateTimeOffset();

    public async Task<IReadOnlyList<Letter>> LettersAsync(string query = "") =>
        [.. (await GetAsync($"/demo/outbox{query}")).EnumerateArray().Select(letter => new Letter(
            letter.GetProperty("id").GetInt64(), letter.GetProperty("review").GetString()!, letter.GetProperty("to")[0].GetString()!,
            letter.GetProperty("kind").GetString()!, letter.GetProperty("subject").GetString()!,
            letter.GetProperty("sentAt").GetDateTimeOffset()))];

    public void Dispose() => _http.Dispose();
}

/// <summary>A letter of the outbox.</summary>
internal sealed record Letter(long Id, string Review, string To, string Kind, string Subject, DateTimeOffset SentAt);
