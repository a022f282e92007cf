using Azure;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage;

/// <summary>
/// Private papers as blobs <c>{review}/{name}</c>, in an account without versions, soft delete and retention: deleting one there
/// leaves nothing that could be brought back.
/// </summary>
internal sealed class BlobPrivatePapers(StorageClients clients) : IPrivatePapers
{
    public Task PutAsync(ReviewId review, string name, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        PrivatePaper.ThrowIfMalformed(name, bytes.Length);
        return StorageFault.GuardAsync(
            async () =>
            {
                await clients.ReadyAsync(stop);
                await Blob(review, name).UploadAsync(new BinaryData(bytes), overwrite: true, stop);
            },
            stop);
    }

    public Task<byte[]?> FindAsync(ReviewId review, string name, CancellationToken stop) => StorageFault.GuardAsync(
        async () =>
        {
            await clients.ReadyAsync(stop);
            try
            {
                BlobDownloadResult found = await Blob(review, name).DownloadContentAsync(stop);
                return found.Content.ToArray();
            }
            catch (RequestFailedException e) when (e is { Status: 404, ErrorCode: "BlobNotFound" })
            {
                return null;
            }
        },
        stop);

    public Task<IReadOnlyList<string>> NamesAsync(ReviewId review, CancellationToken stop) => StorageFault.GuardAsync(
        async () =>
        {
            await clients.ReadyAsync(stop);
            var names = new List<string>();
            await foreach (var blob in clients.Private.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{review.Value}/", stop))
            {
                names.Add(blob.Name[(review.Value.Length + 1)..]);
            }

            return (IReadOnlyList<string>)names;
        },
        stop);

    public Task DestroyAsync(ReviewId review, string name, CancellationToken stop)
    {
        PrivatePaper.ThrowIfMalformed(name, bytes: 0);
        return StorageFault.GuardAsync(
            async () =>
            {
                await clients.ReadyAsync(stop);
                await Blob(review, name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: stop);
            },
            stop);
    }

    public async Task DestroyAllAsync(ReviewId review, CancellationToken stop)
    {
        foreach (var name in await NamesAsync(review, stop))
        {
            await DestroyAsync(review, name, stop);
        }
    }

    /// <summary>Keeps a paper, unless another one has its name; whether it is kept.</summary>
    public async Task<bool> PutFirstAsync(ReviewId review, PrivatePaper paper, CancellationToken stop)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await Blob(review, paper.Name).UploadAsync(new BinaryData(paper.Bytes), options, stop);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // The client repeats a call whose answer was lost, so the paper may be this very one.
            return await FindAsync(review, paper.Name, stop) is { } there && paper.Bytes.Span.SequenceEqual(there);
        }
    }

    private Azure.Storage.Blobs.BlobClient Blob(ReviewId review, string name) =>
        clients.Private.GetBlobClient($"{review.Value}/{name}");
}
