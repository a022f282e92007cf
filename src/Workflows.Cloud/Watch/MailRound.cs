using Workflows.Graph.Sending;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Finds letters that came back, and records it against each: it then shows as needing a person. Once a day it clears old sending
/// records out of the mailbox.
/// </summary>
/// <param name="watcher">Reads the mailbox.</param>
/// <param name="upkeep">Clears sending records.</param>
/// <param name="desk">Takes what was found.</param>
/// <param name="clock">Measures the day.</param>
internal sealed class MailRound(INonDeliveryWatcher watcher, SendingRecordUpkeep upkeep, ReviewDesk desk, TimeProvider clock) : IWatchRound
{
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromDays(1);
    private long? _clearedAt;

    public string Name => "returned letters";

    public async Task MakeAsync(CancellationToken stop)
    {
        var round = await watcher.WatchAsync(RecordAsync, stop);
        if (round.Trouble is { } trouble)
        {
            throw new MailboxUnreadException(trouble);
        }

        if (_clearedAt is null || clock.GetElapsedTime(_clearedAt.Value) >= BetweenClearings)
        {
            await upkeep.ClearAsync(stop);
            _clearedAt = clock.GetTimestamp();
        }
    }

    private async Task RecordAsync(NonDelivery report, CancellationToken stop)
    {
        var (review, letter) = (report.LetterKey.Split('/')[0], report.LetterKey[(report.LetterKey.IndexOf('/') + 1)..]);
        if (ReviewId.TryParse(review, out var id))
        {
            // Refused where it is recorded already: the same report may come twice.
            await desk.HandleAsync(id, new RecordLetter(new LetterReturned(letter, report.Reason)), caller: null, key: null, stop);
        }
    }
}

/// <summary>The mailbox could not be read to its end; the next round goes on from there.</summary>
/// <param name="trouble">Why, in plain words without addresses.</param>
internal sealed class MailboxUnreadException(string trouble) : Exception(trouble);
