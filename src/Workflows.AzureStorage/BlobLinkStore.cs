using Azure;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage;

/// <summary>
/// What links in letters lead to, a small blob each, among what the host's instances share; replaced only where its version is the one
/// that was seen.
/// </summary>
internal sealed class BlobLinkStore(StorageClients clients) : ILinkStore
{
    /// <inheritdoc/>
    public Task<KeptLink?> FindAsync(string name, CancellationToken stop) => StorageFault.GuardAsync(
        async () =>
        {
            await clients.ReadyAsync(stop);
            try
            {
                var found = await clients.Host.GetBlobClient(Name(name)).DownloadContentAsync(stop);
                return new KeptLink(found.Value.Content.ToString(), found.Value.Details.ETag.ToString());
            }
            catch (RequestFailedException missing) when (missing is { Status: 404, ErrorCode: "BlobNotFound" })
            {
                return null;
            }
        },
        stop);

    /// <inheritdoc/>
    public Task<bool> PutAsync(string name, string text, string? seen, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(name.Length, ILinkStore.NameLength, nameof(name));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, ILinkStore.MaximumText, nameof(text));
        return StorageFault.GuardAsync(
            async () =>
            {
                await clients.ReadyAsync(stop);
                var options = new BlobUploadOptions
                {
                    Conditions = seen is null
                        ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = new ETag(seen) },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                };
                try
                {
                    await clients.Host.GetBlobClient(Name(name)).UploadAsync(BinaryData.FromString(text), options, stop);
                    return true;
                }
                catch (RequestFailedException other) when (other.Status is 409 or 412)
                {
                    return false;
                }
            },
            stop);
    }

    private static string Name(string name) => $"links/{name}";
}
