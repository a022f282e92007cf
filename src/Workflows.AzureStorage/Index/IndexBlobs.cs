using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Workflows.AzureStorage.Index;

/// <summary>The few things done to blobs of the index.</summary>
internal sealed class IndexBlobs(StorageClients clients)
{
    public async Task<BlobDownloadResult?> ReadAsync(string name, CancellationToken stop)
    {
        try
        {
            return await clients.Index.GetBlobClient(name).DownloadContentAsync(stop);
        }
        catch (RequestFailedException e) when (e is { Status: 404, ErrorCode: "BlobNotFound" })
        {
            return null;
        }
    }

    /// <summary>Writes a blob where it still has the version that was seen (null: is not there), or answers null.</summary>
    public async Task<ETag?> WriteAsync(
        string name, byte[] content, Dictionary<string, string>? metadata, ETag? seen, CancellationToken stop)
    {
        var conditions = seen is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = seen };
        try
        {
            return await PutAsync(name, content, metadata, conditions, stop);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || e is { Status: 404, ErrorCode: "BlobNotFound" })
        {
            return null;
        }
    }

    public Task<ETag> WriteAsync(string name, byte[] content, CancellationToken stop) => PutAsync(name, content, null, null, stop);

    public Task DeleteAsync(string name, CancellationToken stop) =>
        clients.Index.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: stop);

    /// <summary>Blobs by name, in pages of up to 5,000; each with the service's present time.</summary>
    public async IAsyncEnumerable<(BlobItem Item, DateTimeOffset Now)> ListAsync(
        string prefix, int? pageSize, [EnumeratorCancellation] CancellationToken stop)
    {
        await clients.ReadyAsync(stop);
        var blobs = clients.Index.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, stop);
        await foreach (var page in blobs.AsPages(pageSizeHint: pageSize).WithCancellation(stop))
        {
            var now = page.GetRawResponse().Headers.Date ?? DateTimeOffset.MinValue;
            foreach (var item in page.Values)
            {
                yield return (item, now);
            }
        }
    }

    /// <summary>The folders directly under a prefix.</summary>
    public async Task<IReadOnlyList<string>> FoldersAsync(string prefix, CancellationToken stop)
    {
        await clients.ReadyAsync(stop);
        var folders = new List<string>();
        var found = clients.Index.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", prefix, stop);
        await foreach (var item in found)
        {
            if (item.IsPrefix)
            {
                folders.Add(item.Prefix);
            }
        }

        return folders;
    }

    private async Task<ETag> PutAsync(
        string name,
        byte[] content,
        Dictionary<string, string>? metadata,
        BlobRequestConditions? conditions,
        CancellationToken stop)
    {
        await clients.ReadyAsync(stop);
        var options = new BlobUploadOptions
        {
            Metadata = metadata,
            Conditions = conditions,
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
        };
        var answer = await clients.Index.GetBlobClient(name).UploadAsync(new BinaryData(content), options, stop);
        return answer.Value.ETag;
    }
}
