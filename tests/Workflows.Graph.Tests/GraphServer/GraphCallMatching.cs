namespace Workflows.Graph.Tests.GraphServer;

internal static class GraphCallMatching
{
    /// <summary>Whether a message meets the call's filter. Values of named properties are compared without regard to case, as documented.</summary>
    public static bool Matches(this GraphCall call, StoredMessage message) =>
        (call.Property is not { } property || string.Equals(message.Property(property.Property), property.Value, StringComparison.OrdinalIgnoreCase))
        && (call.InternetMessageId is not { } id || message.InternetMessageId == id)
        && (call.ReceivedFrom is not { } from || message.CreatedAt >= from);
}
