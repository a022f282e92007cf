using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Documents;

/// <summary>
/// Documents as blobs <c>{review}/{sha256}</c>, written once. A small one is written in one call; a large one is uploaded in
/// blocks beside, since its name is known only at its end, and then copied within the account under its name.
/// </summary>
internal sealed class BlobDocumentStore(StorageClients clients) : IDocumentStore
{
    private const int BlockBytes = 4 * 1024 * 1024;

    public async Task<StoredDocument> StoreAsync(ReviewId review, Stream content, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        await StorageFault.GuardAsync(() => clients.ReadyAsync(stop), stop);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        var size = await content.ReadAtLeastAsync(block, BlockBytes, throwOnEndOfStream: false, stop);
        if (size < BlockBytes)
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(block.AsSpan(0, size)));
            await StorageFault.GuardAsync(() => WriteAsync(Name(review, sha256), block.AsMemory(0, size), stop), stop);
            return new StoredDocument(sha256, size);
        }

        await using var upload = new StagedUpload(clients.Uploads);
        var total = 0L;
        while (size > 0)
        {
            if ((total += size) > IDocumentStore.MaximumBytes)
            {
                throw new DocumentTooLargeException();
            }

            hash.AppendData(block, 0, size);
            await StorageFault.GuardAsync(() => upload.AddAsync(block, size, stop), stop);
            size = await content.ReadAtLeastAsync(block, BlockBytes, throwOnEndOfStream: false, stop);
        }

        var stored = new StoredDocument(Convert.ToHexStringLower(hash.GetHashAndReset()), total);
        var target = clients.Documents.GetBlobClient(Name(review, stored.Sha256));
        await StorageFault.GuardAsync(() => upload.FinishAsync(target, stop), stop);
        return stored;
    }

    public async Task<Stream?> OpenAsync(ReviewId review, string sha256, CancellationToken stop)
    {
        if (sha256 is not { Length: 64 } || !sha256.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        return await StorageFault.GuardAsync(
            async () =>
            {
                await clients.ReadyAsync(stop);
                try
                {
                    var blob = clients.Documents.GetBlobClient(Name(review, sha256));
                    BlobDownloadStreamingResult found = await blob.DownloadStreamingAsync(cancellationToken: stop);
                    return found.Content;
                }
                catch (RequestFailedException e) when (e is { Status: 404, ErrorCode: "BlobNotFound" })
                {
                    return null;
                }
            },
            stop);
    }

    public Task DeleteAllAsync(ReviewId review, CancellationToken stop) => StorageFault.GuardAsync(
        async () =>
        {
            await clients.ReadyAsync(stop);
            await foreach (var blob in clients.Documents.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{review.Value}/", stop))
            {
                try
                {
                    await clients.Documents.GetBlobClient(blob.Name).DeleteIfExistsAsync(
                        DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: stop);
                }
                catch (RequestFailedException e) when (e.ErrorCode is "BlobImmutableDueToPolicy" or "BlobImmutableDueToLegalHold")
                {
                    throw new StoreUnavailableException(
                        "A document may not be deleted yet: the retention policy of its container still holds it.", e);
                }
            }
        },
        stop);

    private async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        try
        {
            await clients.Documents.GetBlobClient(name).UploadAsync(new BinaryData(content), options, stop);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // The same bytes are there already: the name is their hash.
        }
    }

    private static string Name(ReviewId review, string sha256) => $"{review.Value}/{sha256}";
}
