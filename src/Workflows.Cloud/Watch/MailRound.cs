using Workflows.Graph.Sending;
using Workflows.Reviews.Wakes;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Finds letters that came back, each of which then shows as needing a person. Once a day it clears old sending records out of
/// the mailbox.
/// </summary>
/// <param name="returned">Reads the mailbox and journals what it finds.</param>
/// <param name="upkeep">Clears sending records.</param>
/// <param name="clock">Measures the day.</param>
internal sealed class MailRound(ReturnedLetters returned, SendingRecordUpkeep upkeep, TimeProvider clock) : IWatchRound
{
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromDays(1);
    private long? _clearedAt;

    public string Name => "returned letters";

    public async Task MakeAsync(CancellationToken stop)
    {
        var round = await returned.RunAsync(stop);
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
}

/// <summary>The mailbox could not be read to its end; the next round goes on from there.</summary>
/// <param name="trouble">Why, in plain words without addresses.</param>
internal sealed class MailboxUnreadException(string trouble) : Exception(trouble);
