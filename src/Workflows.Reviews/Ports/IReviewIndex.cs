namespace Workflows.Reviews.Ports;

/// <summary>
/// Finds reviews by what people and clocks look for. It holds nothing that the journals do not: it can be made again.
/// </summary>
public interface IReviewIndex
{
    /// <summary>The summary of one review, or null.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ReviewSummary?> FindAsync(ReviewId review, CancellationToken stop);

    /// <summary>A page of summaries, newest opening first, at most <see cref="ReviewQuery.Limit"/>.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<SummaryPage> ListAsync(ReviewQuery query, CancellationToken stop);

    /// <summary>A part of a table, sorted, with how many rows the whole has: what a page of a list shows.</summary>
    /// <param name="query">What to show.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <remarks>An index that cannot sort reads all that the lists hold, up to <see cref="TableQuery.MaximumTake"/>.</remarks>
    Task<SummaryTable> TableAsync(TableQuery query, CancellationToken stop) => TableOfLists.ReadAsync(this, query, stop);

    /// <summary>How time limits that have ended were kept, by process and stage, over all reviews of some lists, each once.</summary>
    /// <param name="lists">The lists; their cursors and limits say nothing here.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<ProcessTimes>> TimesAsync(IReadOnlyList<ReviewQuery> lists, CancellationToken stop) => TableOfLists.TimesAsync(this, lists, stop);

    /// <summary>Reviews whose wake has come, the longest due first.</summary>
    /// <param name="until">Instant up to which wakes count as due, included.</param>
    /// <param name="limit">Most reviews to answer with, 1 to 10,000.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<ReviewWake>> DueAsync(DateTimeOffset until, int limit, CancellationToken stop);

    /// <summary>
    /// Puts a summary in without an append: a review's next wake can move (the calendar changed) though nothing happened in
    /// it. An older <see cref="ReviewSummary.Position"/> than the stored one changes nothing.
    /// </summary>
    /// <param name="summary">The summary.</param>
    /// <param name="stop">Ends the wait.</param>
    Task PutAsync(ReviewSummary summary, CancellationToken stop);

    /// <summary>What is or was public, newest first, at most 100 a page.</summary>
    /// <param name="cursor">Where the page before ended, or null for the first.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<PublicationPage> PublicationsAsync(string? cursor, CancellationToken stop);

    /// <summary>One publication by its public identifier, or null.</summary>
    /// <param name="publication">Identifier.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<Publication?> FindPublicationAsync(string publication, CancellationToken stop);

    /// <summary>How many reviews there are, open or late, for health and metrics.</summary>
    /// <param name="now">The present instant, against which a wake is late.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IndexFigures> FiguresAsync(DateTimeOffset now, CancellationToken stop);
}

/// <summary>What to look for. Null: any.</summary>
public sealed record ReviewQuery
{
    /// <summary>Partnerships whose reviews may be seen; null for all of them (a national body).</summary>
    public IReadOnlyList<string>? Partnerships { get; init; }

    /// <summary>Only those that this body has been told of; null: no such limit.</summary>
    public string? ToldTo { get; init; }

    /// <summary>Identifier of the process, without version.</summary>
    public string? Process { get; init; }

    /// <summary>Identifier of the stage that a review stands in.</summary>
    public string? Stage { get; init; }

    /// <summary>State: <c>open</c>, <c>closed</c> or <c>withdrawn</c>.</summary>
    public string? State { get; init; }

    /// <summary>Only those with an open deadline whose day ended before this one (Europe/London).</summary>
    public DateOnly? OverdueOn { get; init; }

    /// <summary>Where the page before ended, or null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most summaries on a page, 1 to 200.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>A page of summaries.</summary>
/// <param name="Items">The summaries.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record SummaryPage(IReadOnlyList<ReviewSummary> Items, string? Next);

/// <summary>A page of publications.</summary>
/// <param name="Items">The publications.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record PublicationPage(IReadOnlyList<Publication> Items, string? Next);

/// <summary>A review and the instant of its next wake.</summary>
/// <param name="Review">The review.</param>
/// <param name="At">The instant.</param>
public readonly record struct ReviewWake(ReviewId Review, DateTimeOffset At);

/// <summary>Figures over all reviews.</summary>
/// <param name="Open">Reviews that are open.</param>
/// <param name="All">Reviews in all.</param>
/// <param name="LettersInTrouble">Letters that need a person (ambiguous, or failed for good).</param>
/// <param name="LatestWake">The instant of the longest-due wake that has passed, or null where none has.</param>
/// <param name="NextWake">The earliest wake still to come or due, or null.</param>
public sealed record IndexFigures(
    long Open, long All, long LettersInTrouble, DateTimeOffset? LatestWake, DateTimeOffset? NextWake);
