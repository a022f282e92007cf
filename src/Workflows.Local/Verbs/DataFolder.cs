using System.CommandLine;
using Workflows.Sqlite;

namespace Workflows.Local.Verbs;

/// <summary>The option that names the data folder.</summary>
internal static class DataFolder
{
    /// <summary>The folder that is used where none is named: <c>data</c> in the current one.</summary>
    public const string Usual = "data";

    /// <summary>Makes the option.</summary>
    /// <param name="description">What the verb does with it.</param>
    public static Option<DirectoryInfo> Option(string description) => new("--data")
    {
        Description = description,
        DefaultValueFactory = _ => new DirectoryInfo(Usual),
    };

    /// <summary>Makes the option that names where a copy goes.</summary>
    /// <param name="description">What goes there.</param>
    public static Option<DirectoryInfo> Target(string description) => new("--to") { Description = description, Required = true };

    /// <summary>Opens a folder that holds reviews already.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="VerbException">It holds none.</exception>
    public static SqliteStore Open(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, SqliteStore.DatabaseName))
            ? SqliteStore.Open(folder.FullName)
            : throw new VerbException(ExitCode.Failed, $"There are no reviews in '{folder.FullName}': it has no {SqliteStore.DatabaseName}.");
}
