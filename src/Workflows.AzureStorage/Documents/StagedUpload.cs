using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Workflows.AzureStorage.Documents;

/// <summary>
/// A large document on its way: blocks of a blob under a random name, which nobody can read until it is whole. Disposing removes
/// whatever of it is left; what a crash leaves, the account's own rule removes after a day.
/// </summary>
internal sealed class StagedUpload(BlobContainerClient uploads) : IAsyncDisposable
{
    private readonly BlockBlobClient _blob = uploads.GetBlockBlobClient(Guid.NewGuid().ToString("N"));
    private readonly List<string> _blocks = [];

    public async Task AddAsync(byte[] block, int size, CancellationToken stop)
    {
        var id = Convert.ToBase64String(BitConverter.GetBytes(_blocks.Count));
        _blocks.Add(id);
        var options = new BlockBlobStageBlockOptions
        {
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        await _blob.StageBlockAsync(id, new MemoryStream(block, 0, size), options, stop);
    }

    /// <summary>Puts the document under its name; where the same bytes stand there already, that is as good.</summary>
    public async Task FinishAsync(BlobClient target, CancellationToken stop)
    {
        await _blob.CommitBlockListAsync(_blocks, cancellationToken: stop);
        var options = new BlobCopyFromUriOptions { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            var copy = await target.StartCopyFromUriAsync(_blob.Uri, options, stop);
            await copy.WaitForCompletionAsync(TimeSpan.FromMilliseconds(200), stop);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412
            || e.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy)
        {
            // The same bytes are there already: the name is their hash.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_blocks.Count == 0)
        {
            return;
        }

        try
        {
            // Blocks of a blob that never was cannot be deleted; an empty list makes it a blob without them.
            await _blob.CommitBlockListAsync([], cancellationToken: CancellationToken.None);
            await _blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        }
        catch (Exception e) when (StorageFault.Explain(e, CancellationToken.None) is not null)
        {
            // The account's rule for the container removes it; what the caller must hear is another thing.
        }
    }
}
