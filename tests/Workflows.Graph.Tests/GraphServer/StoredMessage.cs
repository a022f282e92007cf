using System.Text.Json.Nodes;

namespace Workflows.Graph.Tests.GraphServer;

/// <summary>A message in the mailbox of the tests' Graph server.</summary>
public sealed class StoredMessage
{
    public required string Id { get; set; }

    public required string Folder { get; set; }

    public required string InternetMessageId { get; init; }

    /// <summary>What the client wrote, extended properties and all.</summary>
    public required JsonObject Content { get; init; }

    public required bool IsDraft { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on a listing shows it.</summary>
    public DateTimeOffset VisibleAt { get; set; }

    /// <summary>Position in the inbox's changes, for delta queries.</summary>
    public int Change { get; set; }

    /// <summary>The source, for messages that came from outside.</summary>
    public string Source { get; init; } = string.Empty;

    public string Subject => Text("subject");

    public IEnumerable<string> To => (Content["toRecipients"]?.AsArray() ?? [])
        .Select(recipient => recipient!["emailAddress"]!["address"]!.GetValue<string>());

    public string? Property(string id) => (Content["singleValueExtendedProperties"]?.AsArray() ?? [])
        .FirstOrDefault(property => Same(property!["id"]!.GetValue<string>(), id))?["value"]?.GetValue<string>();

    public string? Header(string name) => (Content["internetMessageHeaders"]?.AsArray() ?? [])
        .FirstOrDefault(header => header!["name"]!.GetValue<string>() == name)?["value"]?.GetValue<string>();

    private string Text(string name) => Content[name]?.GetValue<string>() ?? string.Empty;

    /// <summary>Identifiers of properties are written back in another case by the real service, and tags without leading zeros.</summary>
    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
