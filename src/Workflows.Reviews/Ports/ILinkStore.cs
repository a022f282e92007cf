namespace Workflows.Reviews.Ports;

/// <summary>
/// Keeps what links in letters lead to, under the hashes of their pointers: short texts, each replaced only by whoever has seen its
/// last version, so that several instances of a host share them. A pointer itself is never kept.
/// </summary>
public interface ILinkStore
{
    /// <summary>Characters of a name: a SHA-256 in lower-case hex.</summary>
    const int NameLength = 64;

    /// <summary>Most characters of a text.</summary>
    const int MaximumText = 4_096;

    /// <summary>What is kept under a name, or null.</summary>
    /// <param name="name">The name, <see cref="NameLength"/> characters of lower-case hex.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<KeptLink?> FindAsync(string name, CancellationToken stop);

    /// <summary>Keeps a text under a name where its version is still the one that was seen; durable when the answer comes.</summary>
    /// <param name="name">The name, <see cref="NameLength"/> characters of lower-case hex.</param>
    /// <param name="text">The text, at most <see cref="MaximumText"/> characters.</param>
    /// <param name="seen">The version that was seen; null where nothing was kept under the name.</param>
    /// <param name="stop">Ends the wait; it may have been kept all the same.</param>
    /// <returns>Whether it was kept: false where somebody else was faster.</returns>
    Task<bool> PutAsync(string name, string text, string? seen, CancellationToken stop);
}

/// <summary>What is kept under a name.</summary>
/// <param name="Text">The text.</param>
/// <param name="Version">Its version: another after every change. It means nothing else.</param>
public sealed record KeptLink(string Text, string Version);
