namespace Workflows.Reviews.Ports;

/// <summary>
/// Keeps every review's journal: lines in sequence, appended by compare-and-append, never changed. The one truth.
/// </summary>
public interface IReviewJournal
{
    /// <summary>The lines after a position, in order; none where the review has no journal.</summary>
    /// <param name="review">The review.</param>
    /// <param name="after">Sequence of the last line already known; 0 for all.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<JournalLine>> ReadAsync(ReviewId review, long after, CancellationToken stop);

    /// <summary>
    /// Appends the lines, all or none, where the journal still ends at <see cref="JournalAppend.Expected"/>, and puts the
    /// summary into the index (in the same transaction where the store has one). When the answer is
    /// <see cref="AppendOutcome.Appended"/>, the lines are durable.
    /// </summary>
    /// <param name="append">What to append, and the position on which it was decided.</param>
    /// <param name="stop">Ends the wait; the append may have happened all the same.</param>
    Task<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken stop);

    /// <summary>Every review that has a journal, in no order: for verification and for making the index again.</summary>
    /// <param name="stop">Ends the listing.</param>
    IAsyncEnumerable<ReviewId> ListAsync(CancellationToken stop);
}

/// <summary>One entry as it is stored: the bytes of its line, without a line break.</summary>
/// <param name="Sequence">Position in the journal, from 1.</param>
/// <param name="Utf8">The line; at most <see cref="MaximumBytes"/>.</param>
public readonly record struct JournalLine(long Sequence, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>Most bytes in a line.</summary>
    public const int MaximumBytes = 256 * 1024;
}

/// <summary>Lines to append to one journal.</summary>
/// <param name="Review">The review.</param>
/// <param name="Expected">Sequence of the last line when this was decided; 0 for a new journal.</param>
/// <param name="Lines">At least one line; the first has sequence <paramref name="Expected"/> + 1.</param>
/// <param name="Summary">The review's summary after the append.</param>
/// <param name="Paper">
/// A private paper that must be there before these lines are, or null: kept in the same transaction where the store has one, else
/// before the append. Where the review has another paper of that name, the append is stale.
/// </param>
public sealed record JournalAppend(
    ReviewId Review, long Expected, IReadOnlyList<JournalLine> Lines, ReviewSummary Summary, PrivatePaper? Paper = null)
{
    /// <summary>Most bytes of all lines of one append together: 4 MB, which every store can write in one piece.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>Refuses what no store can keep; every store asks this before it writes.</summary>
    /// <param name="append">The append.</param>
    /// <exception cref="ArgumentException">
    /// There are no lines, or they do not follow on <see cref="Expected"/> without gaps; a line is empty, has a line break
    /// or is too large; all together are too large; or the summary is not that of the review after its last line.
    /// </exception>
    public static void ThrowIfMalformed(JournalAppend append)
    {
        if (append.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(append));
        }

        if (append.Paper is { } paper)
        {
            PrivatePaper.ThrowIfMalformed(paper.Name, paper.Bytes.Length);
        }
    }

    private string? Fault()
    {
        var (bytes, sequence) = (0L, Expected);
        foreach (var line in Lines)
        {
            bytes += line.Utf8.Length;
            if (line.Sequence != ++sequence)
            {
                return "The lines do not follow on the expected position without gaps.";
            }

            if (line.Utf8.Length is 0 or > JournalLine.MaximumBytes)
            {
                return "A line is empty or larger than 256 KB.";
            }

            if (line.Utf8.Span.ContainsAny((byte)'\n', (byte)'\r'))
            {
                return "A line has a line break in it.";
            }
        }

        return Summary switch
        {
            _ when Expected < 0 => "The expected position is less than 0.",
            _ when sequence == Expected => "There are no lines to append.",
            _ when bytes > MaximumBytes => "The lines of one append are larger than 4 MB together.",
            _ when Summary.Id != Review => "The summary is of another review.",
            _ when Summary.Position != sequence => "The summary is not that of the review after its last line.",
            _ => null,
        };
    }
}

/// <summary>What became of an append.</summary>
public enum AppendOutcome
{
    /// <summary>The lines are in the journal, durably.</summary>
    Appended,

    /// <summary>The journal had moved on; nothing was written. Read again and decide again.</summary>
    Stale,
}
