using Microsoft.Extensions.Logging;
using Workflows.Cloud.Keeping;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Wakes;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Sees that a changed working calendar reaches every review in which something will still fall due: each orchestration is told, wakes its review, and counts the
/// open deadlines again. The version is noted only when all have been told.
/// </summary>
/// <param name="calendar">The calendar in force.</param>
/// <param name="index">Knows the open reviews.</param>
/// <param name="keeper">Sees to orchestrations.</param>
/// <param name="notes">Keeps the version seen last.</param>
/// <param name="log">Takes a change.</param>
internal sealed class CalendarRound(
    CalendarSource calendar, IReviewIndex index, InstanceKeeper keeper, IHostNotes notes, ILogger<CalendarRound> log) : IWatchRound
{
    private const string Note = "calendar";
    private const int AtOnce = 16;
    private string? _seen;

    public string Name => "working calendar";

    public async Task MakeAsync(CancellationToken stop)
    {
        var version = calendar.Current.Version;
        if (_seen == version)
        {
            return;
        }

        var before = await notes.ReadAsync(Note, stop);
        if (before is not null && before != version)
        {
            var told = await LiveReviews.EachAsync(
                index, AtOnce, (review, token) => keeper.SeeToAsync(review, startable: true, token), stop);
            HostLog.CalendarChanged(log, before, version, told);
        }

        if (before != version)
        {
            await notes.WriteAsync(Note, version, stop);
        }

        _seen = version;
    }
}
