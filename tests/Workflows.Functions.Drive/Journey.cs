using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Reviews.Directory;

namespace Workflows.Functions.Drive;

/// <summary>
/// Opens a review and does whatever its actions say, knowing only the HTTP contract, until time alone stands in the way or the
/// review is over. Then every letter must be confirmed, and have left the mailbox once.
/// </summary>
internal sealed class Journey(HttpClient client, Surroundings surroundings)
{
    private const string Partnership = "fernshire";
    private const int MostActions = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly string _manager = HolderOf("business-manager");

    public async Task<int> RunAsync()
    {
        var definition = await GetAsync("/api/processes/lcspr");
        var opening = new
        {
            process = "lcspr", partnership = Partnership, reference = "DRIVE 1", facts = Facts(definition.GetProperty("facts")),
        };
        var (status, review) = await SendAsync(_manager, HttpMethod.Post, "/api/reviews", JsonContent.Create(opening));
        if (status != HttpStatusCode.Created)
        {
            return await FailAsync($"Opening was answered {(int)status}: {review}");
        }

        var address = $"/api/reviews/{review.GetProperty("id").GetString()}";
        var done = 0;
        while (done < MostActions && await ActAsync(review))
        {
            done++;
            review = await GetAsync(address);
        }

        await Console.Out.WriteLineAsync($"{done} actions; {review.GetProperty("state")} in stage {review.GetProperty("stage")}");
        return done < 20 ? await FailAsync("Too little could be done.") : await LettersAsync(address);
    }

    private async Task<bool> ActAsync(JsonElement review)
    {
        foreach (var action in review.GetProperty("actions").EnumerateArray())
        {
            var (status, answer) = await SendAsync(
                HolderOf(Text(action, "role")), new HttpMethod(Text(action, "method")), Text(action, "href"), Content(action));
            if (status is HttpStatusCode.OK or HttpStatusCode.Created)
            {
                return true;
            }

            if (status != HttpStatusCode.Conflict)
            {
                throw new InvalidOperationException($"{Text(action, "id")} was answered {(int)status}: {answer}");
            }
        }

        return false;
    }

    private async Task<int> LettersAsync(string address)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!limit.IsCancellationRequested)
        {
            var letters = (await GetAsync(address)).GetProperty("letters").EnumerateArray().ToArray();
            var confirmed = letters.Count(letter => Text(letter, "state") == "confirmed");
            if (confirmed > 0 && letters.All(letter => Text(letter, "state") is "confirmed" or "cancelled"))
            {
                var delivered = surroundings.Delivered;
                await Console.Out.WriteLineAsync(
                    $"{confirmed} letters confirmed, {letters.Length - confirmed} cancelled, {delivered.Count} delivered");
                return delivered.Count == confirmed && delivered.Distinct().Count() == confirmed
                    ? 0 : await FailAsync("Letters and deliveries differ.");
            }

            await Task.Delay(Pause, CancellationToken.None);
        }

        return await FailAsync("Letters were left unsent.");
    }

    private static HttpContent Content(JsonElement action)
    {
        var facts = Facts(action.GetProperty("facts"));
        switch (Text(action, "kind"))
        {
            case "task":
                return JsonContent.Create(new { facts, note = "Done." });
            case "decision":
                var usual = action.GetProperty("outcomes").EnumerateArray().First(each => each.GetProperty("usual").GetBoolean());
                return JsonContent.Create(new { outcome = Text(usual, "id"), rationale = "For the reasons given.", facts });
            case "approval":
                return JsonContent.Create(new { decision = "approve" });
            default:
                var file = new ByteArrayContent("The document."u8.ToArray());
                file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
                file.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "document.pdf" };
                return file;
        }
    }

    private static Dictionary<string, object> Facts(JsonElement asked) => asked.EnumerateArray()
        .Where(fact => fact.GetProperty("required").GetBoolean())
        .ToDictionary(fact => Text(fact, "name"), object (fact) => Text(fact, "type") switch
        {
            "date" => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd"),
            "boolean" => true,
            "number" => 1,
            "choice" => fact.GetProperty("options")[0].GetString()!,
            _ => "As agreed",
        });

    private async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await SendAsync(_manager, HttpMethod.Get, path, content: null);
        return status == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{path} was answered {(int)status}: {body}");
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string user, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", surroundings.TokenOf(user));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string HolderOf(string role) => DemonstrationDirectory.Snapshot.People
        .First(person => person.Roles.Contains(role) && person.WorksIn(Partnership)).User;

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
