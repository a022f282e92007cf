using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// Wakes one review: does what is due in the journal, then what the journal asks of the world, and sees that the index knows the
/// next wake.
/// </summary>
public sealed class ReviewWaker(ReviewDesk desk, IEnumerable<IReviewEffect> effects, ReviewContexts contexts, IReviewIndex index)
{
    private const int MostRounds = 2;

    // Two wakes of one review at a time would try one letter twice.
    private readonly ReviewLocks _wakes = new();

    /// <summary>Wakes a review. Waking one of which nothing is due changes nothing.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the work; what is left is found at the next wake.</param>
    /// <returns>When it is next due, or null where it never is again, or where there is no such review.</returns>
    public async Task<DateTimeOffset?> WakeAsync(ReviewId review, CancellationToken stop)
    {
        using var turn = await _wakes.EnterAsync(review, stop);
        var answer = await desk.HandleAsync(review, new Advance(), caller: null, key: null, stop);
        if (answer is CommandAnswer.Refused)
        {
            return null;
        }

        var summary = await PerformAsync(review, stop);

        // The next wake can move though nothing happened: the calendar changed, or the index lags behind the journal.
        var known = await index.FindAsync(review, stop);
        if (known is null || known.NextWakeAt != summary.NextWakeAt || known.Position < summary.Position)
        {
            await index.PutAsync(summary, stop);
        }

        return summary.NextWakeAt;
    }

    // What one effect brings another may have to perform: a review that could not be opened is a letter to somebody.
    private async Task<ReviewSummary> PerformAsync(ReviewId review, CancellationToken stop)
    {
        for (var round = 1; ; round++)
        {
            foreach (var effect in effects)
            {
                await effect.PerformDueAsync(review, stop);
            }

            var file = await desk.FindAsync(review, stop)
                ?? throw new InvalidOperationException("A review that was just advanced is gone.");
            var context = contexts.For(file.Definition, file.State.Partnership);
            var summary = file.Summarise(context);
            if (round >= MostRounds || !(summary.NextWakeAt <= context.Now))
            {
                return summary;
            }
        }
    }
}
