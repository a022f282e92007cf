using Workflows.Reviews.Ports;
using Workflows.Sqlite.Files;

namespace Workflows.Sqlite;

/// <content>How a review's documents are deleted.</content>
internal sealed partial class SqliteDocumentStore
{
    /// <inheritdoc/>
    public Task DeleteAllAsync(ReviewId review, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var folder = Path.Combine(_folder, review.Value);
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
                Disk.Flush(_folder);
            }

            return Task.CompletedTask;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("A document could not be deleted: look at the disk of the data folder.", fault);
        }
    }
}
