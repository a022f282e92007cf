using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// Something that a review's journal asks of the world: letters to send, say. The journal holds the intent first; performing it
/// ends with its result in the journal. Effects are performed in the order in which they are registered.
/// </summary>
public interface IReviewEffect
{
    /// <summary>
    /// Performs what is due of a review. Called at every wake, by one caller a review at a time in a process; where nothing is due it
    /// does nothing. What it cannot do now has its next time in the journal: <c>NextWake</c> must know it.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the work; what was begun is found again at the next wake.</param>
    Task PerformDueAsync(ReviewId review, CancellationToken stop);
}
