using System.Text;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Documents of which the hash alone is kept: one in three holds what the screen before publication finds. Every call may go wrong.</summary>
internal sealed class MemoryDocuments(Faults faults) : IDocumentStore
{
    private const char WithDetails = 'c';

    public Task<StoredDocument> StoreAsync(ReviewId review, Stream content, CancellationToken stop) =>
        throw new NotSupportedException("The simulated people hand in hashes.");

    public Task<Stream?> OpenAsync(ReviewId review, string sha256, CancellationToken stop)
    {
        faults.Before("document read");
        var text = sha256[0] == WithDetails ? "Seen on 3 March 2021 at SW1A 1AA." : "Nothing of note.";
        return Task.FromResult<Stream?>(new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    public Task DeleteAllAsync(ReviewId review, CancellationToken stop)
    {
        faults.Before("document deletion");
        return Task.CompletedTask;
    }
}
