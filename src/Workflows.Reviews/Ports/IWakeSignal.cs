namespace Workflows.Reviews.Ports;

/// <summary>
/// Tells whatever keeps the clocks that a review has changed. It carries no data: losing, doubling or reordering it loses
/// nothing, since the journal is asked what is due.
/// </summary>
public interface IWakeSignal
{
    /// <summary>A review has changed.</summary>
    /// <param name="review">The review.</param>
    /// <param name="nextWake">When it is next due, or null; a hint only.</param>
    /// <param name="stop">Ends the wait.</param>
    ValueTask ChangedAsync(ReviewId review, DateTimeOffset? nextWake, CancellationToken stop);
}
