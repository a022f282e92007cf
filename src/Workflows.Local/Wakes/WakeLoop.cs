using Workflows.Local.Clock;
using Workflows.Reviews.Wakes;
using Workflows.Sqlite;

namespace Workflows.Local.Wakes;

/// <summary>
/// Keeps the clocks of all reviews while the program runs: when one falls due, it is woken. Idle, it looks at the time once a
/// second and at nothing else.
/// </summary>
internal sealed class WakeLoop(
    DueWork work, WakeSignal signal, MovableClock clock, ClockKeeper keeper, CalendarWatch calendar, SqliteNotes notes,
    ILogger<WakeLoop> log) : BackgroundService
{
    private const string CalendarNote = "calendar";
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenUpkeep = TimeSpan.FromSeconds(5);
    private readonly TimeProvider _real = TimeProvider.System;
    private string? _calendarSeen;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var upkeepAt = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (signal.Next <= clock.GetUtcNow())
                {
                    await work.DoAsync(stoppingToken);
                }

                if (upkeepAt == 0 || _real.GetElapsedTime(upkeepAt) >= BetweenUpkeep)
                {
                    upkeepAt = _real.GetTimestamp();
                    await UpkeepAsync(stoppingToken);
                }

                var left = signal.Next - clock.GetUtcNow();
                await signal.WaitAsync(left < Tick ? Max(left, TimeSpan.Zero) : Tick, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                HostLog.WakesFailed(log, problem);
                await Task.Delay(Tick, _real, stoppingToken);
            }
        }
    }

    private async Task UpkeepAsync(CancellationToken stop)
    {
        var before = _calendarSeen ?? await notes.FindAsync(CalendarNote, stop);
        _calendarSeen = await calendar.LookAsync(before, stop);
        if (_calendarSeen != before)
        {
            await notes.SaveAsync(CalendarNote, _calendarSeen, stop);
        }

        if (signal.TakeChanged())
        {
            await keeper.SaveAsync(stop);
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
