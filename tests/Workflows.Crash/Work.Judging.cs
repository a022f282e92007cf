using Workflows.Process.Journal;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;
using Workflows.Sqlite;

namespace Workflows.Crash;

/// <summary>What is looked at after many kills.</summary>
internal sealed partial class Work
{
    /// <summary>What is wrong, a sentence each.</summary>
    public async Task<List<string>> JudgeAsync()
    {
        await _clock.ReadAsync(Get<SqliteNotes>());
        await Get<WakeRound>().RunAsync(s_go);
        var problems = (await Get<SqliteStore>().CheckAsync(s_go)).ToList();
        problems.AddRange(Get<WakeRound>().Stuck.Select(stuck => $"{stuck.Review} is stuck: {stuck.Problem}"));
        problems.AddRange((await Get<IReviewIndex>().DueAsync(_clock.GetUtcNow(), 10, s_go)).Select(due => $"{due.Review} stays due."));
        var keys = new HashSet<string>();
        var confirmed = 0;
        await foreach (var review in Get<IReviewJournal>().ListAsync(s_go))
        {
            // Also those that came back afterwards: they were sent.
            var sent = new HashSet<string>();
            foreach (var entry in await EntriesAsync(review))
            {
                if (entry.Event is LetterConfirmed { Letter: var letter })
                {
                    sent.Add(letter);
                }

                if (entry.Key is { } key && !keys.Add(key))
                {
                    problems.Add($"The command {key} was done twice.");
                }
            }

            confirmed += sent.Count;
        }

        problems.AddRange(File.ReadLines(_acknowledged).Where(key => key.Length == 32 && !keys.Contains(key)).Select(key => $"The command {key} was answered and is lost."));
        var letters = 0;
        for (var (after, page) = (0L, await Get<SqliteOutbox>().ReadAsync(0, 1000, s_go)); page.Count > 0; page = await Get<SqliteOutbox>().ReadAsync(after, 1000, s_go))
        {
            letters += page.Count;
            after = page[^1].Id;
        }

        if (letters != confirmed)
        {
            problems.Add($"{confirmed} letters are confirmed, and {letters} were sent.");
        }

        return problems;
    }

    private async Task<IReadOnlyList<JournalEntry>> EntriesAsync(ReviewId review)
    {
        var seal = string.Empty;
        return [.. (await Get<IReviewJournal>().ReadAsync(review, 0, s_go)).Select(line => Get<JournalCodec>().Read(review, line, ref seal, words: null))];
    }
}
