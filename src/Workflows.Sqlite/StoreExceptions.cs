using SQLitePCL;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite;

/// <summary>The folder is in use by another store, in this process or another one.</summary>
public sealed class FolderInUseException : IOException
{
    /// <summary>Names the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cause">What the operating system said.</param>
    internal FolderInUseException(string folder, Exception cause)
        : base($"The data folder '{folder}' is in use by another running program. "
            + "Stop that one first, or name another folder.", cause)
    {
    }
}

/// <summary>The folder was written by a later version of the program, which this one does not understand.</summary>
public sealed class NewerStoreException : Exception
{
    internal NewerStoreException(string folder, long found, long known)
        : base($"The data folder '{folder}' has format {found}, and this program knows formats up to {known}. "
            + "Use the version of the program that wrote it, or a later one.")
    {
    }
}

/// <summary>What the folder holds as its database is not one of this program's, or cannot be read.</summary>
public sealed class DamagedStoreException : Exception
{
    internal DamagedStoreException(string folder, string reason, Exception? cause = null)
        : base($"The database in the data folder '{folder}' cannot be used: {reason}. "
            + "Nothing was changed. Restore the folder from a backup, or name another one.", cause)
    {
    }
}

/// <summary>
/// The database could not be read or written: the disk is full, or failed. What was asked for is not done, and may be tried
/// again; the store goes on working when the disk does.
/// </summary>
public sealed class StoreFailedException : StoreUnavailableException
{
    internal StoreFailedException(int code, string message)
        : base($"The database could not be read or written: {message} (code {code}).", inner: null) => Code = code;

    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; }

    /// <summary>Whether there was no room left.</summary>
    public bool IsFull => (Code & 0xFF) == raw.SQLITE_FULL;

    internal bool IsDamage => (Code & 0xFF) is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT;
}
