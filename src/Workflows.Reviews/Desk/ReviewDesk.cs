using Microsoft.Extensions.Logging;
using Workflows.Process.Decisions;
using Workflows.Process.State;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Desk;

/// <summary>
/// Where commands come in: it loads the review, decides, and appends; only then does it answer. A command decided on a journal
/// that had moved on is decided again. Knows nothing of HTTP, and nothing of how a store works.
/// </summary>
public sealed class ReviewDesk(
    IReviewJournal journal, IPrivatePapers papers, ReviewShelf shelf, ReviewContexts contexts, JournalCodec codec, IWakeSignal signal,
    ReviewLocks locks, StoreStanding standing, ILogger<ReviewDesk> log)
{
    /// <summary>Rule that refuses a command meant for another version of the review than there is.</summary>
    public const string SeenVersionRule = "seen-version";

    private const int MostTries = 20;

    /// <summary>Opens a review.</summary>
    /// <param name="opening">What is opened.</param>
    /// <param name="caller">Who opens it, with their roles in the partnership.</param>
    /// <param name="stop">Ends the wait; the review may be open all the same.</param>
    public async Task<CommandAnswer> OpenAsync(Opening opening, Caller caller, CancellationToken stop)
    {
        // The same key leads to the same journal, so opening twice opens once.
        var id = opening.Key is null ? ReviewId.New() : ReviewId.From("open", opening.Key.Hash);
        return await OpenAsync(
            id, opening, caller,
            open => Repeated(open, opening.Key) ?? throw new InvalidOperationException("Two openings met in one journal."), stop);
    }

    /// <summary>Opens a review that another one started. Where it is open already, that is the answer.</summary>
    /// <param name="id">Its identifier, which follows from the start.</param>
    /// <param name="opening">What is opened; its command says where it comes from.</param>
    /// <param name="stop">Ends the wait; the review may be open all the same.</param>
    internal Task<CommandAnswer> StartAsync(ReviewId id, Opening opening, CancellationToken stop) =>
        OpenAsync(id, opening, caller: null, open => new CommandAnswer.Done(open, Repeated: true, Produced: null), stop);

    private async Task<CommandAnswer> OpenAsync(
        ReviewId id, Opening opening, Caller? caller, Func<ReviewFile, CommandAnswer> ifOpen, CancellationToken stop)
    {
        using var turn = await locks.EnterAsync(id, stop);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await shelf.FindAsync(id, stop) is { } open)
            {
                return ifOpen(open);
            }

            var file = new ReviewFile(id, ReviewState.Empty, opening.Definition, Seal: string.Empty);
            if (await TryAsync(await WithKeyAsync(file, attempt, stop), opening.Command, caller, opening.Key, stop) is { } answer)
            {
                return answer;
            }
        }

        throw new StoreBusyException();
    }

    /// <summary>Handles a command about an open review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who gives it, or null where the engine does.</param>
    /// <param name="key">Its key, or null.</param>
    /// <param name="stop">Ends the wait; the command may be done all the same.</param>
    /// <param name="expected">
    /// Sequence of the last entry that the person saw: a review that has moved on refuses the command, as
    /// <see cref="SeenVersionRule"/>, unless it was done before under its key. Null where any will do.
    /// </param>
    /// <exception cref="JournalDamagedException">The review's journal is damaged.</exception>
    /// <exception cref="StoreBusyException">Others kept changing the review meanwhile.</exception>
    public async Task<CommandAnswer> HandleAsync(
        ReviewId review, ReviewCommand command, Caller? caller, CommandKey? key, CancellationToken stop, long? expected = null)
    {
        using var turn = await locks.EnterAsync(review, stop);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await shelf.FindAsync(review, stop) is not { } file)
            {
                return new CommandAnswer.Refused(
                    new Refusal(RefusalKind.Unknown, "review-exists", "There is no such review."));
            }

            if ((Repeated(file, key) ?? MovedOn(file, expected)
                ?? await TryAsync(await WithKeyAsync(file, attempt, stop), command, caller, key, stop)) is { } answer)
            {
                return answer;
            }
        }

        throw new StoreBusyException();
    }

    /// <summary>The review as it stands, or null where there is none.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<ReviewFile?> FindAsync(ReviewId review, CancellationToken stop) => shelf.FindAsync(review, stop);

    // A key may have been kept without the words that it was made for: by an append that was refused, or that a crash cut off.
    private async Task<ReviewFile> WithKeyAsync(ReviewFile file, int attempt, CancellationToken stop) =>
        attempt == 0 || file.Words is not null ? file : file with { Words = await WordsKey.FindAsync(papers, file.Id, stop) };

    // Null where the journal had moved on: load and decide again.
    private async Task<CommandAnswer?> TryAsync(
        ReviewFile file, ReviewCommand command, Caller? caller, CommandKey? key, CancellationToken stop)
    {
        var context = contexts.For(file.Definition, command is OpenReview open ? open.Partnership : file.State.Partnership) with
        {
            Key = key,
        };
        var verdict = Decide.On(file.State, command, caller, context);
        if (verdict is not Verdict.Accepted accepted)
        {
            return new CommandAnswer.Refused(((Verdict.Refused)verdict).Refusal);
        }

        if (accepted.Entries.Count == 0)
        {
            return new CommandAnswer.Done(file, Repeated: false, Produced: null);
        }

        var seal = file.Seal;
        var words = file.Words ?? WordsKey.New();
        var lines = codec.Write(file.Id, accepted.Entries, ref seal, words, out var usedKey);
        var paper = usedKey && file.Words is null ? words.ToPaper() : null;
        var definition = shelf.DefinitionOf(file.Id, accepted.After, file.Definition);
        var after = new ReviewFile(file.Id, accepted.After, definition, seal, usedKey ? words : file.Words);
        var summary = after.Summarise(context with { Definition = after.Definition });
        try
        {
            var append = new JournalAppend(file.Id, file.State.Sequence, lines, summary, paper);
            if (await journal.AppendAsync(append, stop) == AppendOutcome.Stale)
            {
                shelf.Forget(file.Id);
                return null;
            }
        }
        catch (Exception problem)
        {
            // Whether it was written is not known: what is on the shelf may be old.
            shelf.Forget(file.Id);
            if (problem is StoreUnavailableException)
            {
                standing.Found(served: false);
                DeskLog.NotTaken(log, file.Id, problem);
            }

            throw;
        }

        standing.Found(served: true);
        shelf.Put(after);
        DeskLog.Appended(log, file.Id, after.State.Sequence, accepted.Entries.Count);
        await signal.ChangedAsync(file.Id, summary.NextWakeAt, stop);
        var produced = Evolve.NumberGiven(accepted.Entries[0].Event);
        return new CommandAnswer.Done(after, Repeated: false, produced);
    }

    private static CommandAnswer.Refused? MovedOn(ReviewFile file, long? expected) =>
        expected is null || expected == file.State.Sequence ? null : new CommandAnswer.Refused(new Refusal(
            RefusalKind.Conflict, SeenVersionRule,
            $"The review is at version {file.State.Sequence}. Look at it again, then decide."));

    private static CommandAnswer? Repeated(ReviewFile file, CommandKey? key)
    {
        if (key is null || !file.State.Commands.TryGetValue(key.Hash, out var known))
        {
            return null;
        }

        return known.Fingerprint == key.Fingerprint
            ? new CommandAnswer.Done(file, Repeated: true, known.Produced)
            : new CommandAnswer.Refused(new Refusal(
                RefusalKind.Conflict, "idempotency-key-reused",
                "This Idempotency-Key was used for something else. Use a new key for a new command."));
    }
}
