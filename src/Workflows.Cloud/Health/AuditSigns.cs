using System.Globalization;
using Workflows.Cloud.Watch;
using Workflows.Process.Calendar;
using Workflows.Reviews.Health;

namespace Workflows.Cloud.Health;

/// <summary>What the daily verification found. It is read at most every five minutes.</summary>
internal sealed class AuditSigns(IHostNotes notes, TimeProvider clock) : IHealthSource
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    // One a day is made soon after midnight; a day's outage is no alarm yet.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    private readonly DateTimeOffset _begunAt = clock.GetUtcNow();
    private Reading? _read;

    public async Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var read = _read;
        if (read is null || now - read.At >= Fresh)
        {
            _read = read = new Reading(now, AuditRound.Parse(await notes.ReadAsync(AuditRound.Note, stop)));
        }

        return [Of(read.Last, isOld: now - (read.Last?.At ?? _begunAt) > Patience)];
    }

    internal static HealthSign Of((DateTimeOffset At, int Found)? last, bool isOld) => new(
        "audit", "Daily verification", isOld || last is { Found: > 0 } ? HealthLevel.Look : HealthLevel.Good,
        last is not { } made ? "Not made yet."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(made.Found == 0 ? "Found nothing wrong" : $"Found {made.Found} {(made.Found == 1 ? "place" : "places")} that somebody changed, or that are damaged,")} on {LondonTime.DateOf(made.At):d MMMM yyyy}."),
        last is { Found: > 0 }
            ? "Change nothing. The log names each place (‘Verification found’). Copy the records and the anchors, and follow the runbook, ‘verify finds damage’."
            : "See in the log why the watchdog’s round ‘audit’ fails; it is made again by itself.",
        "The daily verification of the records found something, or was not made; the page Administration says which.");

    private sealed record Reading(DateTimeOffset At, (DateTimeOffset At, int Found)? Last);
}
