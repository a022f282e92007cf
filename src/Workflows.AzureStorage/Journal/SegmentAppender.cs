using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Journal;

/// <summary>
/// Appends bytes to a segment where it still has a given length. An append whose answer was lost is never repeated blindly:
/// what stands at that place is read first. The client library repeats nothing here, so a refusal (412) of the first attempt
/// is a true one; a refusal after a lost answer may be the echo of our own success, and is looked into as well.
/// </summary>
/// <param name="clients">The containers.</param>
/// <param name="time">Waits between attempts.</param>
/// <param name="ofAudit">Whether the segments are those of the audit's chains, and not of journals.</param>
internal sealed class SegmentAppender(StorageClients clients, TimeProvider time, bool ofAudit)
{
    private BlobContainerClient Patient => ofAudit ? clients.Audit : clients.Journals;

    private BlobContainerClient Once => ofAudit ? clients.AuditOnce : clients.JournalsOnce;

    private enum Found
    {
        Nothing,
        Ours,
        Others,
    }

    /// <summary>Appends, or finds that others were first.</summary>
    public async Task<AppendOutcome> AppendAsync(string name, long position, byte[] bytes, CancellationToken stop)
    {
        var inDoubt = false;
        for (var attempt = 1; ; attempt++)
        {
            var fault = await TryAsync(name, position, bytes, stop);
            if (fault is null)
            {
                return AppendOutcome.Appended;
            }

            inDoubt |= !IsRefusal(fault);
            if (!inDoubt)
            {
                return AppendOutcome.Stale;
            }

            switch (await LookAsync(name, position, bytes, stop))
            {
                case Found.Ours:
                    return AppendOutcome.Appended;
                case Found.Others:
                    return AppendOutcome.Stale;
                case Found.Nothing when attempt > clients.Pace.Retries:
                    throw new StoreUnavailableException(
                        "The storage account does not take the append. Nothing was seen written; read again before trying again.",
                        fault);
                default:
                    await Task.Delay(clients.Pace.WaitBefore(attempt), time, stop);
                    break;
            }
        }
    }

    /// <summary>Makes the segment where it is not there yet. Repeating this is harmless.</summary>
    public async Task CreateAsync(string name, CancellationToken stop)
    {
        var options = new AppendBlobCreateOptions
        {
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" },
        };
        try
        {
            await Patient.GetAppendBlobClient(name).CreateAsync(options, stop);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // It is there already: a rival's, our own lost answer's, or an opening's that broke off.
        }
    }

    /// <summary>Null when it is in; the refusal, or the fault that leaves it in doubt.</summary>
    private async Task<Exception?> TryAsync(string name, long position, byte[] bytes, CancellationToken stop)
    {
        var options = new AppendBlobAppendBlockOptions
        {
            Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = position },
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        try
        {
            await Once.GetAppendBlobClient(name).AppendBlockAsync(new MemoryStream(bytes), options, stop);
            return null;
        }
        catch (Exception e) when (IsRefusal(e) || StorageFault.IsPassing(e, stop))
        {
            return e;
        }
    }

    /// <summary>The segment is longer than it was, or has had the last append that it takes.</summary>
    private static bool IsRefusal(Exception fault) =>
        fault is RequestFailedException { Status: 412 } or RequestFailedException { Status: 409, ErrorCode: "BlockCountExceedsLimit" };

    private async Task<Found> LookAsync(string name, long position, byte[] bytes, CancellationToken stop)
    {
        var options = new BlobDownloadOptions { Range = new HttpRange(position, bytes.Length) };
        try
        {
            BlobDownloadResult there = await Patient.GetBlobClient(name).DownloadContentAsync(options, stop);
            return there.Content.ToMemory().Span.SequenceEqual(bytes) ? Found.Ours
                : there.Content.ToMemory().IsEmpty ? Found.Nothing
                : Found.Others;
        }
        catch (RequestFailedException e) when (JournalReader.IsNothing(e))
        {
            return Found.Nothing;
        }
    }
}
