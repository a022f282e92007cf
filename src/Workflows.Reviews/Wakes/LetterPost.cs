using Microsoft.Extensions.Logging;
using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Links;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// Sends a review's letters: the attempt is journalled, then made, then its result is journalled. After a crash between, the
/// next attempt looks for the letter before it sends anything.
/// </summary>
internal sealed class LetterPost(
    ReviewDesk desk, ReviewContexts contexts, DirectorySource directory, IMailSender mail, LetterLinks links,
    LetterOptions options, MailStanding standing, TimeProvider clock, ILogger<LetterPost> log) : IReviewEffect
{
    // Three weeks and more of an outage; well past the minutes for which a sender may look for a letter in doubt.
    private const int MostAttempts = 30;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <inheritdoc/>
    public async Task PerformDueAsync(ReviewId review, CancellationToken stop)
    {
        var tried = new HashSet<string>();
        while (await desk.FindAsync(review, stop) is { } file && Next(file, tried) is { } letter)
        {
            tried.Add(letter.Id);

            // Kept before the letter that leads to it is begun.
            var link = await links.AddressAsync(review, letter.Id, letter.To, stop);
            await SendAsync(review, letter.Id, link, stop);
        }
    }

    // Once a letter a call: whatever asks to be tried again has its own time.
    private LetterState? Next(ReviewFile file, HashSet<string> tried)
    {
        if (file.State.LettersToSend.Count == 0)
        {
            return null;
        }

        var context = contexts.For(file.Definition, file.State.Partnership);
        return file.State.LettersToSend
            .Where(id => !tried.Contains(id))
            .Select(id => file.State.Letters[id])
            .Where(letter => LetterTiming.IsDue(letter, context))
            .MinBy(letter => (letter.IntendedAt, letter.Id.Length, letter.Id));
    }

    private async Task SendAsync(ReviewId review, string letter, Uri link, CancellationToken stop)
    {
        if (await desk.HandleAsync(review, new BeginLetter(letter), caller: null, key: null, stop)
            is not CommandAnswer.Done { File: var file })
        {
            return;
        }

        var state = file.State.Letters[letter];
        var context = contexts.For(file.Definition, file.State.Partnership);
        var draft = LetterWriter.Write(
            file.Id, file.State, file.Definition, state, directory.Current, options, link, context.Calendar, context.Today,
            state.Attempts);
        var result = draft switch
        {
            LetterDraft.Ready ready => await PostAsync(ready.Letter with { PersonAskedAgain = state.PersonAskedAgain }, stop),
            LetterDraft.NobodyToSendTo nobody => new MailResult.Refused(nobody.Reason),
            _ => throw new InvalidOperationException($"No handling of {draft.GetType().Name}."),
        };
        await desk.HandleAsync(review, new RecordLetter(Tell(review, state, result)), caller: null, key: null, stop);
    }

    private async Task<MailResult> PostAsync(OutgoingLetter letter, CancellationToken stop)
    {
        var result = await mail.SendAsync(letter, stop);
        standing.Found(served: result is MailResult.Sent or MailResult.Refused);
        return result;
    }

    private ReviewEvent Tell(ReviewId review, LetterState letter, MailResult result)
    {
        switch (result)
        {
            case MailResult.Sent sent:
                return new LetterConfirmed(letter.Id, sent.MessageId);
            case MailResult.NotYet later when letter.Attempts < MostAttempts:
                var pause = later.RetryAfter ?? Pauses[Math.Min(letter.Attempts, Pauses.Length) - 1];
                return new LetterFailed(letter.Id, later.Reason, clock.GetUtcNow() + pause);
            case MailResult.NotYet given:
                DeskLog.LetterInTrouble(log, review, letter.Id, given.Reason);
                return new LetterFailed(letter.Id, given.Reason, RetryAt: null);
            case MailResult.Refused refused:
                DeskLog.LetterInTrouble(log, review, letter.Id, refused.Reason);
                return new LetterFailed(letter.Id, refused.Reason, RetryAt: null);
            default:
                var reason = ((MailResult.Unclear)result).Reason;
                DeskLog.LetterInTrouble(log, review, letter.Id, reason);
                return new LetterAmbiguous(letter.Id, reason);
        }
    }
}
