using Microsoft.Extensions.Logging;
using Workflows.Cloud.Keeping;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;

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
            HostLog.CalendarChanged(log, before, version, await TellAllAsync(stop));
        }

        if (before != version)
        {
            await notes.WriteAsync(Note, version, stop);
        }

        _seen = version;
    }

    private async Task<int> TellAllAsync(CancellationToken stop)
    {
        var count = 0;
        var query = new ReviewQuery { Limit = 200 };
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        do
        {
            var page = await index.ListAsync(query, stop);
            var live = page.Items.Where(summary => summary.State == "open" || summary.LearningDueOn is not null).ToArray();
            await Parallel.ForEachAsync(
                live, parallel, async (summary, token) => await keeper.SeeToAsync(summary.Id, startable: true, token));
            count += live.Length;
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);

        return count;
    }
}
