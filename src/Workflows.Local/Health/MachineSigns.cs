using System.Globalization;
using Workflows.Local.Clock;
using Workflows.Reviews.Health;
using Workflows.Sqlite;

namespace Workflows.Local.Health;

/// <summary>Whether the machine's disk has room for records and takes them, and whether its clock goes forward.</summary>
internal sealed class MachineSigns(SqliteStore store, MovableClock clock) : IHealthSource
{
    private const long Megabyte = 1024 * 1024;

    // A document of the largest size fits a few times, and a backup is still possible to fetch.
    private const long LeastMegabytes = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<HealthSign>>(
        [OfDisk(new DriveInfo(store.Folder).AvailableFreeSpace / Megabyte, store.IsWritable), OfClock(clock.Behind)]);

    /// <summary>How the disk stands.</summary>
    /// <param name="free">Megabytes that are free.</param>
    /// <param name="isWritable">Whether the data folder can be written.</param>
    internal static HealthSign OfDisk(long free, bool isWritable) => new(
        "disk", "Disk", free < LeastMegabytes || !isWritable ? HealthLevel.Look : HealthLevel.Good,
        string.Create(CultureInfo.InvariantCulture, $"{(isWritable ? string.Empty : "The data folder is read-only. ")}{free:N0} MB are free."),
        isWritable
            ? "Free space, or move the data folder to a larger disk. Where it is full, commands are refused and nothing is lost."
            : "Give the program’s user the folder, or mount the disk for writing again: one that failed is often mounted read-only. Commands are refused meanwhile, and nothing is lost. The runbook has the steps under ‘The disk is full, or the store cannot be reached’.",
        isWritable ? "The disk has little room left." : "The data folder cannot be written.");

    private static HealthSign OfClock(TimeSpan behind) => new(
        "clock", "Clock", behind > Patience ? HealthLevel.Look : HealthLevel.Good,
        behind > Patience
            ? string.Create(CultureInfo.InvariantCulture, $"The machine’s clock was set back by {behind.TotalMinutes:N0} minutes. This service’s clock stands still until it is caught up.")
            : "Goes forward.",
        "Set the machine’s clock right, and let it be kept by a time service. No record is changed by it.",
        "The clock of the machine was set back.");
}
