using System.CommandLine;
using Workflows.Reviews.Audit;
using Workflows.Sqlite.Files;

namespace Workflows.Local.Auditing;

/// <summary>
/// Where the anchors of a data folder are: in itself, which shows accidents, or wherever else the person says, which also shows what
/// was done by somebody who could write to the data folder.
/// </summary>
internal static class AnchorFolder
{
    /// <summary>Name of the folder in the data folder.</summary>
    public const string Usual = "anchors";

    /// <summary>Makes the option that names it.</summary>
    public static Option<DirectoryInfo?> Option() => new("--anchors")
    {
        Description = $"The folder of the anchors of journals, in place of {Usual} in the data folder: better on another disk.",
    };

    /// <summary>The place.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="elsewhere">The folder named, or null.</param>
    public static AnchorPlace In(string data, DirectoryInfo? elsewhere) =>
        new(new FileChainedLog(elsewhere?.FullName ?? Path.Combine(data, Usual)));
}
