using Workflows.Process.Journal;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Bench;

/// <summary>
/// Fills a data folder to be served from: open reviews, their first letters sent, nothing due. One is carried so far by the engine;
/// the others have the same entries, sealed anew for each, so that a hundred thousand take no longer than their bytes.
/// </summary>
internal static class Filling
{
    /// <summary>Where a host that serves from the folder is to start its clock.</summary>
    public const string Clock = "2026-04-13T10:00:00Z";

    public static async Task FillAsync(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "audit.key"), Convert.ToBase64String(BenchHost.AuditKeyBytes));
        await using var host = new BenchHost(folder, Measures.NewClock());
        var first = await host.OpenAsync();
        await host.Get<WakeRound>().RunAsync(CancellationToken.None);
        var (entries, summary) = await ReadAsync(host, first);
        await Parallel.ForAsync(1, count, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (_, stop) =>
        {
            var (id, seal) = (ReviewId.New(), string.Empty);
            var words = WordsKey.New();
            var lines = host.Get<JournalCodec>().Write(id, entries, ref seal, words);
            await host.Get<IReviewJournal>().AppendAsync(
                new JournalAppend(id, 0, lines, summary with { Id = id }, words.ToPaper()), stop);
        });
    }

    private static async Task<(IReadOnlyList<JournalEntry> Entries, ReviewSummary Summary)> ReadAsync(BenchHost host, ReviewId review)
    {
        var words = await WordsKey.FindAsync(host.Get<IPrivatePapers>(), review, CancellationToken.None);
        var seal = string.Empty;
        var lines = await host.Get<IReviewJournal>().ReadAsync(review, 0, CancellationToken.None);
        var entries = lines.Select(line => host.Get<JournalCodec>().Read(review, line, ref seal, words)).ToArray();
        return (entries, (await host.Get<IReviewIndex>().FindAsync(review, CancellationToken.None))!);
    }
}
