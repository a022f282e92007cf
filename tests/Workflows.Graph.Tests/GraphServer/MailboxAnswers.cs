using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Workflows.Graph.Tests.GraphServer;

/// <summary>Carries out a call on the mailbox and writes the documented answer.</summary>
internal sealed class MailboxAnswers(StoredMailbox mailbox, Func<string> baseUrl)
{
    private readonly ConcurrentDictionary<string, DeltaPlace> _places = new();

    /// <summary>Most messages on a page of a delta query, whatever the client prefers.</summary>
    public int MostOnPage { get; set; } = int.MaxValue;

    /// <summary>Forgets every delta link given out.</summary>
    public void ExpireDeltaLinks() => _places.Clear();

    public static string Error(string code) =>
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "Something about secret.person@partner.example went wrong." } }.ToJsonString();

    public (int Status, string? Body) Answer(GraphCall call) => call.Purpose switch
    {
        Call.CreateDraft => Create(call, call.Folder!),
        Call.WriteRecord => mailbox.HasFolder(call.Folder!) ? Create(call, call.Folder!) : Gone(),
        Call.Send => mailbox.Submit(call.Message!) ? (202, null) : Gone(),
        Call.Delete => mailbox.Remove(call.Message!) ? (204, null) : Gone(),
        Call.RenewRecord => Change(call),
        Call.ReadSource => mailbox.Find(call.Message!) is { } message ? (200, message.Source) : Gone(),
        Call.FindFolder => (200, List(mailbox.FolderId(call.Folder!) is { } id ? [new JsonObject { ["id"] = id }] : [])),
        Call.MakeFolder => mailbox.MakeFolder(call.Body!["displayName"]!.GetValue<string>()) is { } made
            ? (201, new JsonObject { ["id"] = made }.ToJsonString())
            : (409, Error("ErrorFolderExists")),
        Call.Delta => Delta(call),
        Call.FindFiled => (200, List(mailbox.All().Where(call.Matches).Select(message => Write(message, call)))),
        _ => mailbox.HasFolder(call.Folder!)
            ? (200, List(mailbox.In(call.Folder!).Where(call.Matches).Select(message => Write(message, call))))
            : Gone(),
    };

    private static (int Status, string Body) Gone() => (404, Error("ErrorItemNotFound"));

    private (int Status, string Body) Create(GraphCall call, string folder)
    {
        var message = mailbox.Add(folder, call.Body!, isDraft: true);
        return (201, Write(message, call).ToJsonString());
    }

    private (int Status, string Body) Change(GraphCall call)
    {
        if (mailbox.Find(call.Message!) is not { } message)
        {
            return Gone();
        }

        foreach (var (name, value) in call.Body!)
        {
            message.Content[name] = value?.DeepClone();
        }

        return (200, Write(message, call).ToJsonString());
    }

    private (int Status, string Body) Delta(GraphCall call)
    {
        var place = new DeltaPlace(0, call);
        if (call.Token is { } token && !_places.TryGetValue(token, out place))
        {
            return (410, Error("SyncStateNotFound"));
        }

        var (from, first) = place!;
        var size = Math.Min(call.PageSize, MostOnPage);
        var changes = mailbox.In("inbox").Where(message => message.Change > from && first.Matches(message)).OrderBy(message => message.Change).ToList();
        var page = changes.Take(size).ToList();
        var next = $"t{Guid.NewGuid():N}";
        _places[next] = new DeltaPlace(page.Count > 0 ? page[^1].Change : from, first);
        var more = changes.Count > size;
        var link = $"{baseUrl()}/users/{TestGraphServer.Address}/mailFolders/inbox/messages/delta?{(more ? "$skiptoken" : "$deltatoken")}={next}";
        var answer = new JsonObject
        {
            [more ? "@odata.nextLink" : "@odata.deltaLink"] = link,
            ["value"] = new JsonArray([.. page.Select(message => Write(message, first))]),
        };
        return (200, answer.ToJsonString());
    }

    private static string List(IEnumerable<JsonObject> values) => new JsonObject { ["value"] = new JsonArray([.. values]) }.ToJsonString();

    /// <summary>A message as the client gets it: what it selected, and of the named properties what it expanded.</summary>
    private static JsonObject Write(StoredMessage message, GraphCall call)
    {
        var all = new JsonObject
        {
            ["id"] = message.Id,
            ["internetMessageId"] = message.InternetMessageId,
            ["isDraft"] = message.IsDraft,
            ["subject"] = message.Subject,
            ["receivedDateTime"] = message.CreatedAt.UtcDateTime.ToString("O"),
            ["from"] = message.Content["from"]?.DeepClone(),
        };
        var written = new JsonObject();
        foreach (var (name, value) in all.Where(field => field.Key == "id" || call.Selected.Count == 0 || call.Selected.Contains(field.Key)))
        {
            written[name] = value?.DeepClone();
        }

        if (call.Expanded.Count > 0)
        {
            written["singleValueExtendedProperties"] = new JsonArray([.. call.Expanded
                .Where(id => message.Property(id) is not null)
                .Select(id => new JsonObject { ["id"] = Normal(id), ["value"] = message.Property(id) })]);
        }

        return written;
    }

    private static string Normal(string id) => id.Replace("0x00", "0x", StringComparison.Ordinal);

    private sealed record DeltaPlace(int After, GraphCall First);
}
