using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;

namespace Workflows.Reviews.Health;

/// <summary>
/// Whether anchors are made every day and are whole, and the quarantine's record with them, which is small. Part of it is read from where
/// they are kept, at most once an hour.
/// </summary>
/// <param name="keeper">Makes anchors, in this process or in another one.</param>
/// <param name="place">Where they are.</param>
/// <param name="chains">Where the quarantine's record is.</param>
/// <param name="key">The keys.</param>
/// <param name="clock">Says how old they are.</param>
public sealed class ChainSigns(AnchorKeeper keeper, AnchorPlace place, IChainedLog chains, AuditKey key, TimeProvider clock) : IHealthSource
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // One a day is made soon after midnight; a day's outage is no alarm yet.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    private readonly DateTimeOffset _begunAt = clock.GetUtcNow();
    private Reading? _read;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var read = _read;
        if (read is null || now - read.At >= Hour)
        {
            var anchors = await Anchors.ReadAsync(place.Log, key, stop);
            var quarantine = await AnchoredChains.CheckAsync(chains, Quarantine.Prefix, key, anchors, stop);
            _read = read = new Reading(now, anchors.LatestAt, anchors.Problems.Count, quarantine.Count);
        }

        var latest = Later(keeper.LatestAt, read.LatestAt);
        var isOld = now - (latest ?? _begunAt) > Patience;
        var isDamaged = read.Problems + read.InQuarantine > 0;
        var stands = read.Problems > 0 ? $"{read.Problems} of the anchors are not what was written."
            : read.InQuarantine > 0 ? "The record of the quarantine is not what was written."
            : latest is { } at ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Last anchored on {Process.Calendar.LondonTime.DateOf(at):d MMMM yyyy}.")
            : "Not anchored yet.";
        return
        [
            new HealthSign(
                "chain", "Proof that nothing was changed", isOld || isDamaged ? HealthLevel.Look : HealthLevel.Good, stands,
                isDamaged
                    ? "Change nothing. Copy the records and the anchors, run ‘verify’, which names the place, and follow the runbook, ‘verify finds damage’."
                    : "See whether the place of the anchors can be written. Journals go on meanwhile; what is not anchored could be cut off unseen.",
                "The anchors of journals are old, or they or the record of the quarantine are not whole; the page Administration says which."),
        ];
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private sealed record Reading(DateTimeOffset At, DateTimeOffset? LatestAt, int Problems, int InQuarantine);
}
