using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// The records' storage goes away and comes back: health and refusals say so in plain words, a refused command has done nothing, and
/// sent again under its key it is done once.
/// </summary>
internal static class StorageAway
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var answers = new Answers();
        var review = await host.Client.OpenAsync("lcspr", answers);
        await host.Letters.SettledAsync(review);
        var before = (await host.Client.JournalAsync(review)).Count;
        var action = (await host.Client.ReadAsync(review)).GetProperty("actions")[0];
        var key = Guid.NewGuid().ToString();

        host.Around.Records.Shut();
        var (status, health) = await HealthAsync(host);
        var (refused, problem) = await DoAsync(host, action, answers, key);
        host.Around.Records.Open();
        if (status != HttpStatusCode.ServiceUnavailable || refused != HttpStatusCode.ServiceUnavailable)
        {
            throw new DriveException($"Health was {(int)status} {health}, a command {(int)refused} {problem}.");
        }

        await Patiently.UntilAsync(
            async () => (await HealthAsync(host)).Status == HttpStatusCode.OK, Patience, "Health did not come back by itself.");
        var after = (await host.Client.JournalAsync(review)).Count;
        var (done, _) = await DoAsync(host, action, answers, key);
        var (again, _) = await DoAsync(host, action, answers, key);
        if (after != before || done != HttpStatusCode.OK || again != HttpStatusCode.OK)
        {
            throw new DriveException($"{before} entries before, {after} after; then {(int)done} and {(int)again}.");
        }

        var letters = await host.Letters.AllOnceAsync(review);
        return $"health 503 \"{Says(health)}\"; a command 503 \"{Text(problem, "detail")}\", nothing written; back: done once under its key; {letters}";
    }

    public static async Task<(HttpStatusCode Status, JsonElement Health)> HealthAsync(FunctionsHost host)
    {
        using var answer = await host.Http.GetAsync(new Uri("/healthz", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static string Says(JsonElement health) => string.Join(' ', health.GetProperty("says").EnumerateArray().Select(each => each.GetString()));

    private static async Task<(HttpStatusCode Status, JsonElement Body)> DoAsync(
        FunctionsHost host, JsonElement action, Answers answers, string key)
    {
        using var request = await host.Client.RequestAsync(
            ContractClient.HolderOf(Text(action, "role")), new HttpMethod(Text(action, "method")), Text(action, "href"),
            answers.Content(action, answers.Day));
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await host.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
