using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Definitions;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>
/// Finds out who may take each step of a process, by asking: a review is carried through its life, and everybody tries every step
/// before its turn, while it is open, once it is done and after the review's end.
/// </summary>
internal sealed class RoleSteps(ProcessDefinition definition, Action<IServiceCollection>? change = null)
{
    private static readonly string[] States = ["before its turn", "open", "done", "review over"];

    /// <summary>Each step by its identifier in the definition, with what everybody was answered in each state.</summary>
    public Dictionary<string, (string Kind, Dictionary<string, int[]> Answers)> Steps { get; } = [];

    public async Task FindOutAsync()
    {
        var ids = await ActionsAsync();
        await using var service = await StartAsync();
        var (walk, address) = await OpenAsync(service);
        var (open, closed) = (new HashSet<string>(), new HashSet<string>());
        for (var isFirst = true; ; isFirst = false)
        {
            var review = await walk.Client.GetAsync("business-manager", address);
            var now = IdsIn(review).Select(action => action.Id).ToHashSet();
            var isOver = review.GetProperty("state").GetString() != "open";
            foreach (var (id, kind) in ids)
            {
                var state = isOver ? "review over" : now.Contains(id) ? "open" : open.Contains(id) ? "done" : "before its turn";
                open.UnionWith(now);
                if (isOver || isFirst || state == "open" || (state == "done" && closed.Add(id)))
                {
                    await TryAsync(service, address, id, kind, state);
                }
            }

            if (isOver)
            {
                return;
            }

            var seen = 0;
            await walk.UntilAsync(address, _ => ++seen == 2);
        }
    }

    public string Write()
    {
        var text = new StringBuilder(RolePeople.Heading("step"));
        foreach (var (step, (kind, answers)) in Steps)
        {
            foreach (var state in States.Where(answers.ContainsKey))
            {
                text.Append($"| {(state == States.First(answers.ContainsKey) ? $"`{step}` ({kind})" : string.Empty)} {state} | ")
                    .AppendJoin(" | ", answers[state].Select(RolePeople.Sign)).Append(" |\n");
            }
        }

        return text.ToString();
    }

    public static HttpRequestMessage Request(string address, string id, string kind) => kind switch
    {
        "document" => new HttpRequestMessage(HttpMethod.Put, $"{address}/documents/{id}")
        {
            Content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } },
        },
        "approval" => Post($"{address}/approvals/{id}", new { decision = "reject" }),
        "decision" => Post($"{address}/decisions/{id}", new { outcome = "none-of-those-offered" }),
        _ => Post($"{address}/tasks/{id}", new { facts = new { nobodyAskedThis = "x" } }),
    };

    private static HttpRequestMessage Post(string path, object body) => new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    private Task<WebService> StartAsync() => WebService.StartAsync($"{definition.Effective.From.AddDays(100):yyyy-MM-dd}T09:00:00Z", change);

    private async Task<(Walk Walk, string Address)> OpenAsync(WebService service)
    {
        var walk = new Walk(service);
        var opened = await walk.Client.OpenAsync(definition.OpenedBy[0], definition.Id, "fernshire", "FS 7");
        return (walk, $"/api/reviews/{opened.GetProperty("id").GetString()}");
    }

    // What a review offers over its life; of what is done several times, the first.
    private async Task<List<(string Id, string Kind)>> ActionsAsync()
    {
        await using var service = await StartAsync();
        var (walk, address) = await OpenAsync(service);
        var all = new List<(string Id, string Kind)>();
        await walk.UntilAsync(address, review =>
        {
            all.AddRange(IdsIn(review).Where(action => definition.Items.Any(item => item.Id == StepOf(action.Id)) && all.TrueForAll(one => StepOf(one.Id) != StepOf(action.Id))));
            return review.GetProperty("state").GetString() != "open";
        });
        return all;
    }

    private async Task TryAsync(WebService service, string address, string id, string kind, string state)
    {
        var answers = Steps.TryGetValue(StepOf(id), out var step) ? step.Answers : (Steps[StepOf(id)] = (kind, [])).Answers;
        var before = answers.GetValueOrDefault(state);

        // While it is open, something else may still stand against it at first.
        var after = await RolePeople.AskAsync(service, () => Request(address, id, kind), at => before is null || before[at] is 409 or 404);
        answers[state] = [.. after.Select((answer, at) => before is null ? answer : RolePeople.Better(before[at], answer))];
    }

    private static IEnumerable<(string Id, string Kind)> IdsIn(JsonElement review) => review.GetProperty("actions").EnumerateArray()
        .Select(action => (action.GetProperty("id").GetString()!, action.GetProperty("kind").GetString()!));

    private static string StepOf(string id)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && id[(dash + 1)..].All(char.IsAsciiDigit) ? id[..dash] : id;
    }
}
