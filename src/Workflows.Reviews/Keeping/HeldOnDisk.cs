namespace Workflows.Reviews.Keeping;

/// <summary>A file for what is too large for memory and nobody else's business: open to this program alone, and gone when it is closed.</summary>
public static class HeldOnDisk
{
    /// <summary>Makes an empty one, to be written and then read.</summary>
    /// <exception cref="IOException">The disk takes nothing more.</exception>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"workflows-{Guid.NewGuid():N}"), options);
    }
}
