using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Workflows.Graph.Tests.GraphServer;

/// <summary>A request, read: what it is for and what it names. A request that the real service would not take is not read.</summary>
internal sealed partial record GraphCall(Call Purpose)
{
    public string? Folder { get; init; }

    public string? Message { get; init; }

    public JsonObject? Body { get; init; }

    public (string Property, string Value)? Property { get; init; }

    public string? InternetMessageId { get; init; }

    public DateTimeOffset? ReceivedFrom { get; init; }

    public IReadOnlyList<string> Expanded { get; init; } = [];

    public IReadOnlyList<string> Selected { get; init; } = [];

    public string? Token { get; init; }

    public int PageSize { get; init; } = 10;

    public static GraphCall? Read(HttpRequest request, JsonObject? body, StoredMailbox mailbox)
    {
        var path = Uri.UnescapeDataString(request.Path.Value!).TrimEnd('/');
        var start = $"/v1.0/users/{TestGraphServer.Address}/";
        if (!path.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var query = request.Query;
        var filter = query["$filter"].ToString();
        var parts = path[start.Length..].Split('/');
        var call = (request.Method, parts) switch
        {
            ("POST", ["messages"]) => new GraphCall(Call.CreateDraft) { Folder = "drafts" },
            ("POST", ["messages", var id, "send"]) => new GraphCall(Call.Send) { Message = id },
            ("POST", ["messages", var id, "permanentDelete"]) => new GraphCall(Call.Delete) { Message = id },
            ("DELETE", ["messages", var id]) => new GraphCall(Call.Delete) { Message = id },
            ("PATCH", ["messages", var id]) => new GraphCall(Call.RenewRecord) { Message = id },
            ("GET", ["messages", var id, "$value"]) => new GraphCall(Call.ReadSource) { Message = id },
            ("GET", ["messages"]) => new GraphCall(Call.FindFiled),
            ("GET", ["mailFolders"]) when query["includeHiddenFolders"] == "true" => new GraphCall(Call.FindFolder) { Folder = Quoted().Match(filter).Groups["value"].Value },
            ("POST", ["mailFolders"]) => new GraphCall(Call.MakeFolder),
            ("GET", ["mailFolders", "inbox", "messages", "delta" or "delta()"]) => new GraphCall(Call.Delta) { Folder = "inbox" },
            ("GET", ["mailFolders", "drafts", "messages"]) => new GraphCall(Call.FindDrafts) { Folder = "drafts" },
            ("GET", ["mailFolders", "sentitems", "messages"]) => new GraphCall(Call.FindSent) { Folder = "sentitems" },
            ("GET", ["mailFolders", var folder, "messages"]) => new GraphCall(Call.FindRecords) { Folder = folder },
            ("POST", ["mailFolders", var folder, "messages"]) => new GraphCall(Call.WriteRecord) { Folder = folder },
            _ => null,
        };
        var property = PropertyFilter().Match(filter);
        var received = ReceivedFilter().Match(filter);
        var sent = MessageIdFilter().Match(filter);
        if (call is null || (filter.Length > 0 && call.Purpose != Call.FindFolder && !property.Success && !received.Success && !sent.Success))
        {
            return null;
        }

        var size = PreferredSize().Match(request.Headers["Prefer"].ToString());
        return call with
        {
            Body = body,
            Property = property.Success ? (property.Groups["id"].Value, property.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal)) : null,
            InternetMessageId = sent.Success ? sent.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal) : null,
            ReceivedFrom = received.Success ? DateTimeOffset.Parse(received.Groups["value"].Value, System.Globalization.CultureInfo.InvariantCulture) : null,
            Expanded = [.. ExpandedId().Matches(query["$expand"].ToString()).Select(match => match.Groups["value"].Value)],
            Selected = query["$select"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries),
            Token = query["$deltatoken"].FirstOrDefault() ?? query["$skiptoken"].FirstOrDefault(),
            PageSize = size.Success ? int.Parse(size.Groups["value"].Value, System.Globalization.CultureInfo.InvariantCulture) : 10,
        };
    }

    [GeneratedRegex("^singleValueExtendedProperties/Any\\(ep: ep/id eq '(?<id>[^']+)' and ep/value eq '(?<value>(?:[^']|'')*)'\\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PropertyFilter();

    [GeneratedRegex("^receivedDateTime ge (?<value>\\S+Z)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReceivedFilter();

    [GeneratedRegex("^internetMessageId eq '(?<value>(?:[^']|'')*)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageIdFilter();

    [GeneratedRegex("id eq '(?<value>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExpandedId();

    [GeneratedRegex("^displayName eq '(?<value>[^']+)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("odata.maxpagesize=(?<value>\\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PreferredSize();
}
