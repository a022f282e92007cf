using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflows.AzureStorage.Index;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Mends rows of the index that fell behind their journals, once in a while, and makes all rows again where somebody asked for it. No
/// wake waits for it: wakes are written ahead of the journal; what it mends is lists and counts. When it was last made stands in a note,
/// since an instance of the host seldom lives as long; asking is writing <see cref="Everything"/> into that note.
/// </summary>
/// <param name="rebuild">Compares index and journals.</param>
/// <param name="papers">Keeps the keys of free text, which answers are part of.</param>
/// <param name="codec">Reads journals.</param>
/// <param name="catalogue">The released definitions.</param>
/// <param name="contexts">What else a summary needs.</param>
/// <param name="notes">Keeps when it was last made, or what is asked for.</param>
/// <param name="clock">Measures the while.</param>
/// <param name="log">Takes what was mended.</param>
internal sealed class IndexRound(
    IndexRebuild rebuild, IPrivatePapers papers, JournalCodec codec, ProcessCatalogue catalogue, ReviewContexts contexts, IHostNotes notes,
    TimeProvider clock, ILogger<IndexRound> log) : IWatchRound
{
    private const string Note = "index";
    private const string Everything = "everything";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(6);

    public string Name => "index";

    public async Task MakeAsync(CancellationToken stop)
    {
        var note = (await notes.ReadAsync(Note, stop))?.Trim();
        var everything = note == Everything;
        if (!everything && MadeLately(note))
        {
            return;
        }

        var done = await rebuild.RunAsync(SummariseAsync, everything, stop);
        await notes.WriteAsync(Note, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), stop);
        if (everything || done.Written + done.Removed + done.Unreadable.Count > 0)
        {
            HostLog.IndexMended(log, done.Journals, done.Written, done.Removed, done.Unreadable.Count);
        }
    }

    // A note that is no instant, or one yet to come, is as good as none.
    private bool MadeLately(string? note) =>
        DateTimeOffset.TryParse(note, CultureInfo.InvariantCulture, out var at)
        && clock.GetUtcNow() - at is var ago && ago >= TimeSpan.Zero && ago < BetweenLooks;

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
