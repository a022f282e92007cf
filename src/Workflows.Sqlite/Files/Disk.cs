using System.Runtime.InteropServices;

namespace Workflows.Sqlite.Files;

/// <summary>What .NET does not say about durable files: folders are flushed too, and are open to their owner only.</summary>
internal static partial class Disk
{
    private const int ForWriting = 2;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where it is missing, and those above it, durably, for their owner only.</summary>
    /// <param name="folder">Its full path.</param>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(folder);
        if (!string.IsNullOrEmpty(parent))
        {
            MakeFolder(parent);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }

        Flush(parent);
    }

    /// <summary>
    /// Makes a folder's entries durable: a new or renamed file is not safe before. Windows keeps them with the file itself.
    /// </summary>
    /// <exception cref="IOException">It could not be done.</exception>
    public static void Flush(string? folder)
    {
        if (folder is null || OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, flags: 0);
        if (descriptor < 0)
        {
            throw Fault(folder);
        }

        var flushed = Fsync(descriptor);
        var fault = Fault(folder);
        _ = Close(descriptor);
        if (flushed != 0)
        {
            throw fault;
        }
    }

    /// <summary>Makes a file's bytes durable.</summary>
    public static void FlushFile(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Whether a folder can be written, as far as the operating system tells without writing: it is ours, and not mounted read-only.</summary>
    public static bool IsWritable(string folder) => OperatingSystem.IsWindows() ? Directory.Exists(folder) : Access(folder, ForWriting) == 0;

    private static IOException Fault(string folder) =>
        new($"The folder '{folder}' could not be made durable: {Marshal.GetLastPInvokeErrorMessage()}.");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
