namespace Workflows.Sqlite.Files;

/// <summary>
/// Holds a folder for one store. The lock is the operating system's own, on an open file: it vanishes with the process,
/// however that ends. The file itself stays and means nothing.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // What the systems answer when somebody else has the lock: EAGAIN, twice, and a sharing violation.
    private const int LinuxTaken = 11;
    private const int MacTaken = 35;
    private const int WindowsTaken = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="FolderInUseException">Somebody has it.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            return new FolderLock(new FileStream(
                Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken.HResult is LinuxTaken or MacTaken or WindowsTaken)
        {
            throw new FolderInUseException(folder, taken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
