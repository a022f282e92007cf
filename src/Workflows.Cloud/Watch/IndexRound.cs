using Microsoft.Extensions.Logging;
using Workflows.AzureStorage.Index;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Mends rows of the index that fell behind their journals, once in a while. No wake waits for it: wakes are written ahead of
/// the journal; what it mends is lists and counts.
/// </summary>
/// <param name="rebuild">Compares index and journals.</param>
/// <param name="papers">Keeps the keys of free text, which answers are part of.</param>
/// <param name="codec">Reads journals.</param>
/// <param name="catalogue">The released definitions.</param>
/// <param name="contexts">What else a summary needs.</param>
/// <param name="clock">Measures the while.</param>
/// <param name="log">Takes what was mended.</param>
internal sealed class IndexRound(
    IndexRebuild rebuild, IPrivatePapers papers, JournalCodec codec, ProcessCatalogue catalogue, ReviewContexts contexts,
    TimeProvider clock, ILogger<IndexRound> log) : IWatchRound
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(6);
    private long _lookedAt = clock.GetTimestamp();

    public string Name => "index";

    public async Task MakeAsync(CancellationToken stop)
    {
        if (clock.GetElapsedTime(_lookedAt) < BetweenLooks)
        {
            return;
        }

        var done = await rebuild.RunAsync(SummariseAsync, everything: false, stop);
        _lookedAt = clock.GetTimestamp();
        if (done.Written + done.Removed + done.Unreadable.Count > 0)
        {
            HostLog.IndexMended(log, done.Journals, done.Written, done.Removed, done.Unreadable.Count);
        }
    }

    private async Task<ReviewSummary> SummariseAsync(ReviewId review, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        var words = await WordsKey.FindAsync(papers, review, stop);
        var seal = string.Empty;
        var state = ReviewState.Empty;
        foreach (var line in lines)
        {
            state = Evolve.Apply(state, codec.Read(review, line, ref seal, words));
        }

        var key = $"{state.Process}@{state.Version}";
        var definition = catalogue.Find(key) ?? throw new DefinitionMissingException(review, key);
        return new ReviewFile(review, state, definition, seal).Summarise(contexts.For(definition, state.Partnership));
    }
}
