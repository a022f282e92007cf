using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// How many reviews there are. Counted over all rows once in a while, and carried on by this host's own writes between; other
/// hosts' writes show at the next count.
/// </summary>
internal sealed class IndexCounts(TimeProvider time)
{
    private static readonly TimeSpan s_keeps = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private Figures? _figures;
    private long _countedAt;

    /// <summary>The figures, counted anew where the last count is too old.</summary>
    /// <param name="all">All summaries, to count.</param>
    /// <param name="stop">Ends the count.</param>
    public async Task<Figures> GetAsync(Func<IAsyncEnumerable<SummaryRow>> all, CancellationToken stop)
    {
        lock (_gate)
        {
            if (_figures is not null && time.GetElapsedTime(_countedAt) < s_keeps)
            {
                return _figures;
            }
        }

        var counted = new Figures(0, 0, 0);
        await foreach (var row in all().WithCancellation(stop))
        {
            counted = counted.With(null, row.Summary);
        }

        lock (_gate)
        {
            _countedAt = time.GetTimestamp();
            return _figures = counted;
        }
    }

    /// <summary>Carries a write of this host's over into the figures.</summary>
    public void Note(ReviewSummary? old, ReviewSummary now)
    {
        lock (_gate)
        {
            _figures = _figures?.With(old, now);
        }
    }

    /// <summary>Has everything counted anew next time.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _figures = null;
        }
    }

    /// <summary>Reviews open, reviews in all, and letters that need a person.</summary>
    internal sealed record Figures(long Open, long All, long Letters)
    {
        public Figures With(ReviewSummary? old, ReviewSummary now) => new(
            Open + IsOpen(now) - IsOpen(old),
            All + (old is null ? 1 : 0),
            Letters + now.LettersInTrouble - (old?.LettersInTrouble ?? 0));

        private static int IsOpen(ReviewSummary? summary) => summary?.State == "open" ? 1 : 0;
    }
}
