namespace Workflows.Local.Hosting;

/// <summary>How the program is asked to serve.</summary>
internal sealed record ServeOptions
{
    /// <summary>Addresses to listen on.</summary>
    public required Addresses Urls { get; init; }

    /// <summary>The data folder, as a full path.</summary>
    public required string Data { get; init; }

    /// <summary>Where the clock starts, or null for the system's.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>The directory of partnerships, or null for the demonstration.</summary>
    public FileInfo? Directory { get; init; }

    /// <summary>The file of bank holidays, or null for the shipped ones.</summary>
    public FileInfo? Calendar { get; init; }

    /// <summary>The file of the key that chains journals, or null for the one in the data folder.</summary>
    public FileInfo? AuditKey { get; init; }

    /// <summary>The folder of the anchors of journals, or null for the one in the data folder.</summary>
    public DirectoryInfo? Anchors { get; init; }
}
