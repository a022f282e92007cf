using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>The orchestrations, through the management interface of the Durable extension: what an administrator can do to them.</summary>
internal sealed class Orchestrations(HttpClient http, string key)
{
    private const string Name = "ReviewOrchestration";

    /// <summary>Its status, such as <c>Running</c>, or null where there is none.</summary>
    public async Task<string?> StatusAsync(string review)
    {
        using var answer = await http.GetAsync(Address($"instances/{review}"));
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runtimeStatus").GetString();
    }

    public Task TellAsync(string review) => PostAsync($"instances/{review}/raiseEvent/changed", "null");

    public async Task EndAsync(string review)
    {
        await PostAsync($"instances/{review}/terminate", body: null);
        await UntilAsync(review, "Terminated");
    }

    public async Task PurgeAsync(string review)
    {
        await EndAsync(review);
        using var answer = await http.DeleteAsync(Address($"instances/{review}"));
        answer.EnsureSuccessStatusCode();
        await UntilAsync(review, status: null);
    }

    /// <summary>Makes it fail, by putting in its place one with an input that no turn can read.</summary>
    public async Task BreakAsync(string review)
    {
        await PurgeAsync(review);
        await PostAsync($"orchestrators/{Name}/{review}", "\"no memory of a turn\"");
        await UntilAsync(review, "Failed");
    }

    public Task UntilAsync(string review, string? status) => Patiently.UntilAsync(
        async () => await StatusAsync(review) == status, TimeSpan.FromMinutes(3), $"The orchestration did not become {status ?? "none"}.");

    private async Task PostAsync(string path, string? body)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(Address(path), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private Uri Address(string path) => new($"/runtime/webhooks/durabletask/{path}?code={key}", UriKind.Relative);
}
