using System.Globalization;
using Workflows.Local.Clock;
using Workflows.Reviews.Health;
using Workflows.Sqlite;

namespace Workflows.Local.Health;

/// <summary>Whether the machine's disk has room for records, and whether its clock goes forward.</summary>
internal sealed class MachineSigns(SqliteStore store, MovableClock clock) : IHealthSource
{
    private const long Megabyte = 1024 * 1024;

    // A document of the largest size fits a few times, and a backup is still possible to fetch.
    private const long LeastMegabytes = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var free = new DriveInfo(store.Folder).AvailableFreeSpace / Megabyte;
        var behind = clock.Behind;
        return Task.FromResult<IReadOnlyList<HealthSign>>(
        [
            new HealthSign(
                "disk", "Disk", free < LeastMegabytes ? HealthLevel.Look : HealthLevel.Good,
                string.Create(CultureInfo.InvariantCulture, $"{free:N0} MB are free."),
                "Free space, or move the data folder to a larger disk. Where it is full, commands are refused and nothing is lost.",
                "The disk has little room left."),
            new HealthSign(
                "clock", "Clock", behind > Patience ? HealthLevel.Look : HealthLevel.Good,
                behind > Patience
                    ? string.Create(CultureInfo.InvariantCulture, $"The machine’s clock was set back by {behind.TotalMinutes:N0} minutes. This service’s clock stands still until it is caught up.")
                    : "Goes forward.",
                "Set the machine’s clock right, and let it be kept by a time service. No record is changed by it.",
                "The clock of the machine was set back."),
        ]);
    }
}
