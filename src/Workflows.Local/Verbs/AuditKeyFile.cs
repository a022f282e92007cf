using System.CommandLine;
using Workflows.Local.Keys;
using Workflows.Reviews.Journal;

namespace Workflows.Local.Verbs;

/// <summary>The option that names the file of the key that chains journals.</summary>
internal static class AuditKeyFile
{
    /// <summary>Makes the option.</summary>
    public static Option<FileInfo?> Option() => new("--audit-key")
    {
        Description = $"The file of the key that chains journals, in place of {KeyFile.Audit} in the data folder.",
    };

    /// <summary>Reads the key of a folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">The file named, or null.</param>
    /// <exception cref="IOException">There is no key.</exception>
    public static AuditKey Read(string folder, FileInfo? file) =>
        KeyFile.ReadAudit(file?.FullName ?? Path.Combine(folder, KeyFile.Audit));
}
