namespace Workflows.Cloud.Watch;

/// <summary>Keeps a few short texts that the host's instances share: where they were in what they watch. Nothing personal.</summary>
internal interface IHostNotes
{
    /// <summary>The text last written, or null where there is none.</summary>
    /// <param name="name">Which note: 1 to 64 lower-case letters, digits and hyphens.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<string?> ReadAsync(string name, CancellationToken stop);

    /// <summary>Replaces the text, durably.</summary>
    /// <param name="name">Which note, as for reading.</param>
    /// <param name="text">The text, at most 128 KB.</param>
    /// <param name="stop">Ends the wait; the text may have been replaced all the same.</param>
    Task WriteAsync(string name, string text, CancellationToken stop);
}
