using Workflows.Reviews.Ports;
using Workflows.Sqlite;

namespace Workflows.Local.Hosting;

/// <summary>Where the watcher of the mailbox has read up to, among the notes of the data folder.</summary>
internal sealed class DeltaLinkNotes(SqliteNotes notes) : IDeltaLinkStore
{
    /// <inheritdoc/>
    public Task<string?> ReadAsync(string name, CancellationToken stop) => notes.FindAsync($"mailbox/{name}", stop);

    /// <inheritdoc/>
    public Task WriteAsync(string name, string text, CancellationToken stop) => notes.SaveAsync($"mailbox/{name}", text, stop);
}
