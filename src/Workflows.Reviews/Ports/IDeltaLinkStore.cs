namespace Workflows.Reviews.Ports;

/// <summary>
/// Keeps the place that the watcher of a mailbox has read up to: one short text for each mailbox, replaced as a whole.
/// Losing it costs a full reading of the inbox and repeats reports; it holds nothing personal.
/// </summary>
public interface IDeltaLinkStore
{
    /// <summary>Most characters in the text.</summary>
    const int MaximumLength = 128 * 1024;

    /// <summary>The text last written, or null where there is none.</summary>
    /// <param name="name">Which watcher: 1 to 64 lower-case letters, digits and hyphens.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<string?> ReadAsync(string name, CancellationToken stop);

    /// <summary>Replaces the text, durably.</summary>
    /// <param name="name">Which watcher, as for reading.</param>
    /// <param name="text">The text, at most <see cref="MaximumLength"/> characters.</param>
    /// <param name="stop">Ends the wait; the text may have been replaced all the same.</param>
    Task WriteAsync(string name, string text, CancellationToken stop);
}
