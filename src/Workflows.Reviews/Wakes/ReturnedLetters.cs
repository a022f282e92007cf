using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>Journals letters that were sent and came back, each against its letter, so that a person sees them.</summary>
public sealed class ReturnedLetters(INonDeliveryWatcher watcher, MailStanding standing, ReviewDesk desk)
{
    /// <summary>Reads the reports that came since the last round. One that comes twice is journalled once.</summary>
    /// <param name="stop">Ends the round; the next one goes on from there.</param>
    /// <returns>How the round went.</returns>
    public async Task<NonDeliveryRound> RunAsync(CancellationToken stop)
    {
        var round = await watcher.WatchAsync(TakeAsync, stop);
        standing.Found(served: round.Trouble is null);
        return round;
    }

    // A report about a letter that is not one of ours, or has come back before, is refused by the desk and changes nothing.
    private async Task TakeAsync(NonDelivery report, CancellationToken stop)
    {
        if (report.LetterKey.Split('/') is [var id, var letter] && ReviewId.TryParse(id, out var review))
        {
            await desk.HandleAsync(
                review, new RecordLetter(new LetterReturned(letter, report.Reason)), caller: null, key: null, stop);
        }
    }
}
