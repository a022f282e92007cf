using Workflows.Process.Decisions;
using Workflows.Process.Journal;
using Workflows.Process.Past;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Importing;

/// <summary>Records single reviews from before: each in one append, whole or not at all, and once.</summary>
public sealed class PastDesk(
    IReviewJournal journal, ReviewShelf shelf, ReviewContexts contexts, JournalCodec codec, IWakeSignal signal, ReviewLocks locks,
    IPrivatePapers papers)
{
    private const int MostTries = 5;

    /// <summary>Tells what would come of recording a review, and records it where that is asked.</summary>
    internal async Task<PastAnswer> RecordAsync(ImportRow row, string by, bool dryRun, CancellationToken stop)
    {
        var id = IdOf(row);
        using var turn = await locks.EnterAsync(id, stop);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await shelf.FindAsync(id, stop) is { } open)
            {
                return new PastAnswer(open, Before: true, IsSame: IsSame(open, id, row), []);
            }

            var now = contexts.For(row.Definition, row.Past.Partnership);
            var reading = PastRecording.Read(row.Past, now with
            {
                Import = new ImportMark(now.Now, by), Key = new CommandKey(KeyOf(id), row.Print[..32]),
            });
            var file = new ReviewFile(id, reading.After, row.Definition, Seal: string.Empty);
            if (reading.Problems.Count > 0 || dryRun)
            {
                return new PastAnswer(reading.Problems.Count > 0 ? null : file, Before: false, IsSame: false, reading.Problems);
            }

            if (await AppendAsync(file, reading.Entries, now, stop) is { } kept)
            {
                return new PastAnswer(kept, Before: false, IsSame: false, []);
            }
        }

        throw new StoreBusyException();
    }

    /// <summary>The identifier that a review from before has always, so that recording it twice meets one journal.</summary>
    internal static ReviewId IdOf(ImportRow row) => ReviewId.From(["import", .. row.Identity]);

    private async Task<ReviewFile?> AppendAsync(
        ReviewFile file, IReadOnlyList<JournalEntry> entries, ReviewContext now, CancellationToken stop)
    {
        var seal = string.Empty;

        // A key may have been kept by a recording that a crash cut off.
        var known = await WordsKey.FindAsync(papers, file.Id, stop);
        var words = known ?? WordsKey.New();
        var lines = codec.Write(file.Id, entries, ref seal, words, out var usedKey);
        var kept = file with { Seal = seal, Words = usedKey ? words : known };
        var summary = kept.Summarise(now);
        var paper = usedKey && known is null ? words.ToPaper() : null;
        if (await journal.AppendAsync(new JournalAppend(file.Id, Expected: 0, lines, summary, paper), stop) == AppendOutcome.Stale)
        {
            shelf.Forget(file.Id);
            return null;
        }

        shelf.Put(kept);
        await signal.ChangedAsync(file.Id, summary.NextWakeAt, stop);
        return kept;
    }

    private static bool IsSame(ReviewFile open, ReviewId id, ImportRow row) =>
        open.State.Commands.TryGetValue(KeyOf(id), out var known) && known.Fingerprint == row.Print[..32];

    private static string KeyOf(ReviewId id) => id.Value;
}

/// <summary>What came of recording a review from before.</summary>
/// <param name="File">The review, or null where something is wrong.</param>
/// <param name="Before">Whether it had been recorded before.</param>
/// <param name="IsSame">Whether it was recorded before with the same contents.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record PastAnswer(ReviewFile? File, bool Before, bool IsSame, IReadOnlyList<PastProblem> Problems);
