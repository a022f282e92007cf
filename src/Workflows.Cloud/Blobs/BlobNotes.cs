using Azure;
using Workflows.Cloud.Watch;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Blobs;

/// <summary>Notes as small blobs, one each.</summary>
/// <param name="container">Where.</param>
internal sealed class BlobNotes(HostContainer container) : IHostNotes, IDeltaLinkStore
{
    public async Task<string?> ReadAsync(string name, CancellationToken stop)
    {
        try
        {
            var blob = await container.BlobAsync($"notes/{name}", stop);
            return (await blob.DownloadContentAsync(stop)).Value.Content.ToString();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException problem)
        {
            throw Unavailable(problem);
        }
    }

    public async Task WriteAsync(string name, string text, CancellationToken stop)
    {
        try
        {
            var blob = await container.BlobAsync($"notes/{name}", stop);
            await blob.UploadAsync(BinaryData.FromString(text), overwrite: true, stop);
        }
        catch (RequestFailedException problem)
        {
            throw Unavailable(problem);
        }
    }

    private static StoreUnavailableException Unavailable(RequestFailedException problem) => new(
        $"The container of the host's own notes does not serve ({problem.Status} {problem.ErrorCode}). "
        + "Check that it exists and that the identity may write to it.",
        problem);
}
