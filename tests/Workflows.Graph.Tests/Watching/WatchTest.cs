using Workflows.Graph.Tests.GraphServer;
using Workflows.Graph.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests.Watching;

/// <summary>A watch over the inbox, and what it told.</summary>
public abstract class WatchTest : MailTest
{
    internal List<NonDelivery> Told { get; } = [];

    internal async Task<StoredMessage> SentAsync(string key)
    {
        AssertSent(await SendAsync(Letters.Of(key)));
        return Mailbox.Delivered[^1];
    }

    internal Task<NonDeliveryRound> WatchAsync() => Watcher.WatchAsync(
        (told, _) =>
        {
            Told.Add(told);
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
