namespace Workflows.Sqlite;

/// <summary>Where the store is.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The data folder.</summary>
    /// <value>A path, absolute or from the current folder; made where it is missing. There is no default.</value>
    public required string Folder { get; init; }
}
