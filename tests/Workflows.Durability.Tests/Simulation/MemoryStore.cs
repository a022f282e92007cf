using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Journals and index in memory, which outlive the simulated program; every call may go wrong.</summary>
internal sealed class MemoryStore(Faults faults, Hole hole) : IReviewJournal, IReviewIndex
{
    private readonly Dictionary<ReviewId, List<JournalLine>> _journals = [];
    private readonly Dictionary<ReviewId, ReviewSummary> _index = [];
    private readonly SortedSet<(DateTimeOffset At, string Review)> _wakes = [];

    public MemoryPapers Papers { get; } = new(faults);

    public IReadOnlyDictionary<ReviewId, List<JournalLine>> Journals => _journals;

    public IReadOnlyDictionary<ReviewId, ReviewSummary> Index => _index;

    /// <summary>The wakes of all reviews, the earliest first.</summary>
    public IEnumerable<(DateTimeOffset At, string Review)> Wakes => _wakes;

    public Task<IReadOnlyList<JournalLine>> ReadAsync(ReviewId review, long after, CancellationToken stop)
    {
        faults.Before("journal read");
        return Task.FromResult<IReadOnlyList<JournalLine>>(
            _journals.TryGetValue(review, out var lines) ? lines[Math.Min((int)after, lines.Count)..] : []);
    }

    public Task<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken stop)
    {
        JournalAppend.ThrowIfMalformed(append);
        faults.Before("append");
        if (!_journals.TryGetValue(append.Review, out var lines))
        {
            lines = [];
        }

        if (lines.Count != append.Expected)
        {
            return Task.FromResult(AppendOutcome.Stale);
        }

        if (append.Paper is { } paper && !Papers.PutFirst(append.Review, paper))
        {
            return Task.FromResult(AppendOutcome.Stale);
        }

        if (hole != Hole.AppendLost || !IsSpoilt(append))
        {
            lines.AddRange(append.Lines);
        }

        _journals[append.Review] = lines;
        Put(append.Summary);
        Spoil(append, lines);
        faults.After("append");
        return Task.FromResult(AppendOutcome.Appended);
    }

    public async IAsyncEnumerable<ReviewId> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var review in _journals.Keys.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            yield return review;
        }
    }

    public Task<ReviewSummary?> FindAsync(ReviewId review, CancellationToken stop)
    {
        faults.Before("index read");
        return Task.FromResult(_index.GetValueOrDefault(review));
    }

    public Task<SummaryPage> ListAsync(ReviewQuery query, CancellationToken stop)
    {
        faults.Before("index read");
        var from = query.Cursor ?? string.Empty;
        var found = _index.Values.Where(summary => string.CompareOrdinal(summary.Id.Value, from) > 0)
            .Where(summary => query.State is null || summary.State == query.State)
            .OrderBy(summary => summary.Id.Value, StringComparer.Ordinal).Take(query.Limit).ToArray();
        return Task.FromResult(new SummaryPage(found, found.Length == query.Limit ? found[^1].Id.Value : null));
    }

    public Task<IReadOnlyList<ReviewWake>> DueAsync(DateTimeOffset until, int limit, CancellationToken stop)
    {
        faults.Before("index read");
        return Task.FromResult<IReadOnlyList<ReviewWake>>([.. _wakes.TakeWhile(wake => wake.At <= until).Take(limit).Select(wake =>
            new ReviewWake(ReviewId.TryParse(wake.Review, out var id) ? id : default, wake.At))]);
    }

    public Task PutAsync(ReviewSummary summary, CancellationToken stop)
    {
        faults.Before("index write");
        if (!_index.TryGetValue(summary.Id, out var known) || known.Position <= summary.Position)
        {
            Put(summary);
        }

        faults.After("index write");
        return Task.CompletedTask;
    }

    public Task<PublicationPage> PublicationsAsync(string? cursor, CancellationToken stop) =>
        Task.FromResult(new PublicationPage([], Next: null));

    public Task<Publication?> FindPublicationAsync(string publication, CancellationToken stop) => Task.FromResult<Publication?>(null);

    public Task<IndexFigures> FiguresAsync(DateTimeOffset now, CancellationToken stop) =>
        Task.FromResult(new IndexFigures(_index.Count, _index.Count, 0, null, null));

    // The hole is met in the middle of a life, in every review whose identifier is even.
    private static bool IsSpoilt(JournalAppend append) => append.Expected > 20 && append.Review.Value[^1] % 2 == 0;

    private void Spoil(JournalAppend append, List<JournalLine> lines)
    {
        switch (hole)
        {
            case Hole.WakeLost when IsSpoilt(append):
                Put(append.Summary with { NextWakeAt = null });
                break;
            case Hole.IndexWrong when IsSpoilt(append):
                Put(append.Summary with { Stage = "elsewhere" });
                break;
            case Hole.EntryChanged when IsSpoilt(append):
                var bytes = lines[5].Utf8.ToArray();
                bytes[^10] ^= 1;
                lines[5] = lines[5] with { Utf8 = bytes };
                break;
            case Hole.TailCut when IsSpoilt(append):
                lines.RemoveAt(lines.Count - 1);
                break;
        }
    }

    private void Put(ReviewSummary summary)
    {
        if (_index.TryGetValue(summary.Id, out var before) && before.NextWakeAt is { } old)
        {
            _wakes.Remove((old, summary.Id.Value));
        }

        _index[summary.Id] = summary;
        if (summary.NextWakeAt is { } wake)
        {
            _wakes.Add((wake, summary.Id.Value));
        }
    }
}
