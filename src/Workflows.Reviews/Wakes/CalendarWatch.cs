using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Wakes;

/// <summary>
/// Sees that a changed working calendar reaches every open review: each is woken, its open deadlines are counted again, and
/// what moved is journalled.
/// </summary>
public sealed class CalendarWatch(CalendarSource calendar, ReviewWaker waker, IReviewIndex index, ILogger<CalendarWatch> log)
{
    private string? _seen;

    /// <summary>Wakes all open reviews where the calendar is not the one seen last.</summary>
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

        var count = 0;
        var query = new ReviewQuery { State = "open", Limit = 200 };
        SummaryPage page;
        do
        {
            page = await index.ListAsync(query, stop);
            foreach (var summary in page.Items)
            {
                await waker.WakeAsync(summary.Id, stop);
                count++;
            }

            query = query with { Cursor = page.Next };
        }
        while (page.Next is not null);

        _seen = version;
        DeskLog.CalendarChanged(log, version, count);
        return version;
    }
}
