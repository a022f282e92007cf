using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Support;

internal static class Letters
{
    public const string Recipient = "secret.person@partner.example";

    public static OutgoingLetter Of(string key, int attempt = 1) => new()
    {
        Key = key,
        Review = ReviewId.From(key),
        Kind = "reminder",
        To = [Recipient],
        Subject = "LCSPR-2026-004: a step is due",
        Text = "A step is due.",
        Html = "<p>A step is due.</p>",
        Attempt = attempt,
    };
}
