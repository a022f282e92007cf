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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

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

        await StartWithoutAsync(host);
        var letters = await host.Letters.AllOnceAsync(review);
        return $"health 503 \"{Says(health)}\"; a command 503 \"{Text(problem, "detail")}\", nothing written; back: done once under its key; "
            + $"started while it was away: 503, then by itself 200; {letters}";
    }

    public static async Task<(HttpStatusCode Status, JsonElement Health)> HealthAsync(FunctionsHost host)
    {
        using var answer = await host.Http.GetAsync(new Uri("/healthz", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static string Says(JsonElement health) => string.Join(' ', health.GetProperty("says").EnumerateArray().Select(each => each.GetString()));

    private static async Task StartWithoutAsync(FunctionsHost host)
    {
        host.Kill();
        host.Around.Records.Shut();
        host.Begin();
        await Patiently.UntilAsync(() => IsAsync(HttpStatusCode.ServiceUnavailable), Patience, "A host that starts without its records does not say so.");
        host.Around.Records.Open();
        await Patiently.UntilAsync(() => IsAsync(HttpStatusCode.OK), Patience, "A host that started without its records did not find them.");

        // Until it listens, nobody answers; and the host itself says 503 before its functions are there.
        async Task<bool> IsAsync(HttpStatusCode status)
        {
            try
            {
                using var answer = await host.Http.GetAsync(new Uri("/healthz", UriKind.Relative));
                return answer.StatusCode == status && answer.Content.Headers.ContentType?.MediaType == "application/json";
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> DoAsync(
        FunctionsHost host, JsonElement action, Answers answers, string key)
    {
        using var request = await host.Client.RequestAsync(
            ContractClient.HolderOf(Text(action, "role")), new HttpMethod(Text(action, "method")), Text(action, "href"),
            Answers.Content(action, answers.Day));
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await host.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
