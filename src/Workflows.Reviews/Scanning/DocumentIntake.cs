using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Keeping;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Scanning;

/// <summary>
/// Takes the bytes of a document that is handed in. Where a malware scanner is set, they are looked at before the store has them: what
/// is clean is stored, what is not goes to the quarantine, and what cannot be looked at is not taken at all.
/// </summary>
/// <param name="documents">Stores documents.</param>
/// <param name="watch">The scanners, and how they do.</param>
/// <param name="quarantine">Keeps what is not clean.</param>
/// <param name="log">Takes what happened; nothing of the file.</param>
public sealed class DocumentIntake(IDocumentStore documents, ScannerWatch watch, Quarantine quarantine, ILogger<DocumentIntake> log)
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Takes a document; it is durable when the answer comes.</summary>
    /// <param name="review">The review.</param>
    /// <param name="item">Identifier of the item that it is handed in for.</param>
    /// <param name="user">Identifier of the person who hands it in.</param>
    /// <param name="content">The bytes, read once to their end.</param>
    /// <param name="stop">Ends the upload; nothing is kept then.</param>
    /// <exception cref="DocumentNotCleanException">Something was found in it; it is in the quarantine.</exception>
    /// <exception cref="ScannerUnavailableException">It could not be looked at; nothing is kept.</exception>
    /// <exception cref="DocumentTooLargeException">It is larger than the store takes; nothing is kept.</exception>
    public async Task<StoredDocument> TakeAsync(ReviewId review, string item, string user, Stream content, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!watch.HasScanner)
        {
            return await documents.StoreAsync(review, content, stop);
        }

        await using var held = await HoldAsync(content, stop);
        if (await watch.LookAsync(held, stop) is { IsClean: false } found)
        {
            held.Position = 0;
            await quarantine.KeepAsync(review, item, user, found.Finding, held, stop);
            DeskLog.Quarantined(log, review);
            throw new DocumentNotCleanException();
        }

        held.Position = 0;
        return await documents.StoreAsync(review, held, stop);
    }

    private static async Task<FileStream> HoldAsync(Stream content, CancellationToken stop)
    {
        var held = HeldOnDisk.Create();
        try
        {
            var piece = new byte[PieceBytes];
            for (var count = await content.ReadAsync(piece, stop); count > 0; count = await content.ReadAsync(piece, stop))
            {
                if (held.Length + count > IDocumentStore.MaximumBytes)
                {
                    throw new DocumentTooLargeException();
                }

                await held.WriteAsync(piece.AsMemory(0, count), stop);
            }

            await held.FlushAsync(stop);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }
}

/// <summary>The scanner found something in a file, which is in the quarantine now.</summary>
public sealed class DocumentNotCleanException() : Exception("The malware scanner found something in this file.");
