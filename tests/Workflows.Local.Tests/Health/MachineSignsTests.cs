using Workflows.Local.Health;
using Workflows.Local.Tests.Support;
using Workflows.Reviews.Health;
using Workflows.Sqlite;

namespace Workflows.Local.Tests.Health;

/// <summary>The disk says when it needs somebody, and what to do.</summary>
public sealed class MachineSignsTests
{
    [Theory]
    [InlineData(5000, true, HealthLevel.Good, "5,000 MB are free.", "")]
    [InlineData(500, true, HealthLevel.Look, "500 MB are free.", "Free space")]
    [InlineData(5000, false, HealthLevel.Look, "The data folder is read-only. 5,000 MB are free.", "mount the disk for writing again")]
    public void A_disk_that_is_nearly_full_or_read_only_needs_somebody(long free, bool isWritable, HealthLevel level, string stands, string repair)
    {
        var sign = MachineSigns.OfDisk(free, isWritable);

        Assert.Equal(("disk", level, stands), (sign.Code, sign.Level, sign.Stands));
        Assert.Contains(repair, sign.Repair, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_ours_can_be_written_and_one_that_is_gone_cannot()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Of("data"));
        Assert.True(store.IsWritable);

        Directory.Move(store.Folder, folder.Of("elsewhere"));

        Assert.False(store.IsWritable);
    }
}
