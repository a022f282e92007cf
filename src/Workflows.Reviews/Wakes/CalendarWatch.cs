using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// A changed working calendar reaches every review in which something will still fall due: each is woken, its open deadlines are
/// counted again, and what moved is journalled. Recommendations fall due after a review has closed, too.
/// </summary>
public sealed class CalendarWatch(CalendarSource calendar, ReviewWaker waker, IReviewIndex index, ILogger<CalendarWatch> log)
{
    private string? _seen;

    /// <summary>Wakes all those reviews where the calendar is not the one seen last.</summary>
    /// <param name="seenBefore">Version that was in force when the host last ran, or null where that is not known.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>The version now seen.</returns>
    public async Task<string> LookAsync(string? seenBefore, CancellationToken stop)
    {
        var version = calendar.Current.Version;
        _seen ??= seenBefore ?? version;
        if (_seen == version)
        {
            return version;
        }

        var count = await LiveReviews.EachAsync(index, atOnce: 1, waker.WakeAsync, stop);
        _seen = version;
        DeskLog.CalendarChanged(log, version, count);
        return version;
    }
}
