using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Workflows.Graph.Connection;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Watching;

/// <summary>
/// Follows the inbox of the sending mailbox by delta query and finds the reports of letters that came back. A report is
/// matched by the key in the headers of the original inside it, or else by the internet message id that it answers.
/// </summary>
/// <remarks>
/// Delta links expire; the inbox is then read again from the beginning, and the reports handed over before are known by
/// the bookmark. A message that does not concern a letter of ours is passed over and never logged.
/// </remarks>
internal sealed class NonDeliveryWatcher(
    GraphConnection graph, IOptions<GraphMailOptions> options, IDeltaLinkStore store, TimeProvider time,
    ILogger<NonDeliveryWatcher> logger) : INonDeliveryWatcher
{
    private const string Name = "non-delivery";
    private static readonly string[] Machines = ["mailer-daemon", "postmaster", "microsoftexchange"];

    private readonly Inbox _inbox = new(graph, options);

    public async Task<NonDeliveryRound> WatchAsync(Func<NonDelivery, CancellationToken, Task> report, CancellationToken stop)
    {
        var bookmark = Bookmark.Read(await store.ReadAsync(Name, stop));
        var reported = 0;
        try
        {
            InboxPage page;
            do
            {
                (page, bookmark) = await NextAsync(bookmark, stop);
                foreach (var message in page.Messages.Where(IsReport))
                {
                    var id = Bookmark.IdOf(message.InternetMessageId ?? message.Id!);
                    var seen = new SeenReport(id, message.ReceivedDateTime ?? time.GetUtcNow());
                    if (bookmark.Knows(seen) || await ReadAsync(message, seen, stop) is not { } nonDelivery)
                    {
                        continue;
                    }

                    await report(nonDelivery, stop);
                    reported++;
                    Logs.NonDelivery(logger, nonDelivery.LetterKey, nonDelivery.Reason);
                    bookmark = bookmark.With(seen);
                    await store.WriteAsync(Name, bookmark.Write(), stop);
                }

                bookmark = page.Last ? bookmark.At(page.Next).AtEnd() : bookmark.At(page.Next);
                await store.WriteAsync(Name, bookmark.Write(), stop);
            }
            while (!page.Last);
            return new(reported, null, null);
        }
        catch (GraphFaultException fault)
        {
            Logs.WatchStopped(logger, fault.Message);
            return new(reported, fault.Message, fault.RetryAfter);
        }
    }

    private async Task<(InboxPage Page, Bookmark Bookmark)> NextAsync(Bookmark bookmark, CancellationToken stop)
    {
        if (bookmark.Link is { } link)
        {
            try
            {
                return (await _inbox.FollowAsync(link, stop), bookmark);
            }
            catch (GraphFaultException fault) when (fault.Kind == FaultKind.Expired)
            {
                Logs.Resync(logger);
            }
        }

        return (await _inbox.FirstAsync(bookmark.Floor, stop), bookmark.At(null));
    }

    /// <summary>The report that a message is, or null where it is none, or of no letter of ours.</summary>
    private async Task<NonDelivery?> ReadAsync(Message message, SeenReport seen, CancellationToken stop)
    {
        DeliveryReport report;
        try
        {
            report = await _inbox.ReadAsync(message.Id!, stop);
        }
        catch (GraphFaultException fault) when (fault.Kind == FaultKind.Missing)
        {
            return null; // somebody has deleted or filed it
        }

        var failed = report.Action is null ? HasReportClass(message) : report.Action.StartsWith("failed", StringComparison.Ordinal);
        if (!failed)
        {
            return null;
        }

        var (key, review) = (report.LetterKey, report.Review);
        if (key is null && (MessageMarks.Read(message, MessageMarks.InReplyTo) ?? report.Original) is { } original)
        {
            (key, review) = await _inbox.FindLetterAsync(original, stop);
        }

        return key is null
            ? null
            : new(seen.Id, key, ReviewId.TryParse(review, out var id) ? id : null, DeliveryStatus.Explain(report.Status), seen.At);
    }

    private static bool IsReport(Message message) =>
        message.Id is not null && (HasReportClass(message) || IsFromMachine(message.From?.EmailAddress?.Address));

    private static bool HasReportClass(Message message) =>
        MessageMarks.Read(message, MessageMarks.MessageClass) is { } name
        && name.StartsWith("REPORT.", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".NDR", StringComparison.OrdinalIgnoreCase);

    /// <summary>Servers that do not write their reports in the standard form sign at least like this.</summary>
    private static bool IsFromMachine(string? sender) =>
        sender is not null && Machines.Any(name => sender.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
