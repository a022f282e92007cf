using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Reviews.Directory;

namespace Workflows.Functions.Drive.Client;

/// <summary>A client that knows nothing but the HTTP contract, the same for every host.</summary>
/// <param name="http">The host.</param>
/// <param name="tokenOf">A bearer token of a person.</param>
internal sealed class ContractClient(HttpClient http, Func<string, Task<string>> tokenOf)
{
    public const string Partnership = "fernshire";
    private readonly Dictionary<string, string> _tokens = [];

    public static string Manager { get; } = HolderOf("business-manager");

    /// <summary>Somebody who may act in a role.</summary>
    public static string HolderOf(string role) => DemonstrationDirectory.Snapshot.People
        .First(person => person.Roles.Contains(role) && person.WorksIn(Partnership)).User;

    /// <summary>Opens a review.</summary>
    /// <returns>Its identifier.</returns>
    public async Task<string> OpenAsync(string process, Answers answers)
    {
        var definition = await GetAsync($"/api/processes/{process}");
        var facts = Answers.To(definition.GetProperty("facts"), answers.Day);
        var opening = new { process, partnership = Partnership, reference = "DRIVE 1", facts };
        var (status, review) = await SendAsync(Manager, HttpMethod.Post, "/api/reviews", JsonContent.Create(opening));
        return status == HttpStatusCode.Created
            ? review.GetProperty("id").GetString()!
            : throw new InvalidOperationException($"Opening was answered {(int)status}: {review}");
    }

    public Task<JsonElement> ReadAsync(string review) => GetAsync($"/api/reviews/{review}");

    /// <summary>Does the first thing that can be done.</summary>
    /// <param name="review">The review.</param>
    /// <param name="answers">What is answered to what is asked.</param>
    /// <returns>What was done, or null where time alone stands in the way or the review is over.</returns>
    public async Task<string?> ActAsync(string review, Answers answers)
    {
        foreach (var action in (await ReadAsync(review)).GetProperty("actions").EnumerateArray())
        {
            if (await DoAsync(action, answers))
            {
                return Text(action, "id");
            }
        }

        return null;
    }

    /// <summary>Every entry of the journal.</summary>
    public async Task<IReadOnlyList<string>> JournalAsync(string review)
    {
        using var request = await RequestAsync(Manager, HttpMethod.Get, $"/api/reviews/{review}/journal", content: null);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await SendAsync(Manager, HttpMethod.Get, path, content: null);
        return status == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{path} was answered {(int)status}: {body}");
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string user, HttpMethod method, string path, HttpContent? content)
    {
        using var request = await RequestAsync(user, method, path, content);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') || text.StartsWith('[')
            ? JsonSerializer.Deserialize<JsonElement>(text) : JsonSerializer.SerializeToElement(text));
    }

    public async Task<HttpRequestMessage> RequestAsync(string user, HttpMethod method, string path, HttpContent? content)
    {
        if (!_tokens.TryGetValue(user, out var token))
        {
            token = _tokens[user] = await tokenOf(user);
        }

        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return request;
    }

    // A refusal by a rule of the process is no fault: it is tried with today's date, and then something else is done.
    private async Task<bool> DoAsync(JsonElement action, Answers answers)
    {
        foreach (var day in answers.Days)
        {
            var (status, answer) = await SendAsync(
                HolderOf(Text(action, "role")), new HttpMethod(Text(action, "method")), Text(action, "href"), Answers.Content(action, day));
            if (status is HttpStatusCode.OK or HttpStatusCode.Created)
            {
                return true;
            }

            if (status is not (HttpStatusCode.Conflict or HttpStatusCode.BadRequest))
            {
                throw new InvalidOperationException($"{Text(action, "id")} was answered {(int)status}: {answer}");
            }
        }

        return false;
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
