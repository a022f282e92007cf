using System.Buffers;
using System.Security.Cryptography;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Files;

namespace Workflows.Sqlite;

/// <summary>
/// Documents as files <c>documents/REVIEW/SHA256</c>. A document is written under another name first, and takes its own when
/// all of it is on the disk: what stands under a hash is whole.
/// </summary>
internal sealed partial class SqliteDocumentStore : IDocumentStore
{
    /// <summary>Subfolder of uploads under way; no review is called so.</summary>
    public const string Incoming = "incoming";

    private const int PieceBytes = 128 * 1024;

    private readonly string _folder;
    private readonly string _incoming;

    /// <summary>Takes a folder, making it where it is missing; uploads that a crash broke off are removed from it.</summary>
    /// <param name="folder">The folder of the documents.</param>
    public SqliteDocumentStore(string folder)
    {
        _folder = folder;
        _incoming = Path.Combine(folder, Incoming);
        Disk.MakeFolder(folder);
        Disk.MakeFolder(_incoming);
        foreach (var left in Directory.EnumerateFiles(_incoming))
        {
            File.Delete(left);
        }
    }

    /// <inheritdoc/>
    public async Task<StoredDocument> StoreAsync(ReviewId review, Stream content, CancellationToken stop)
    {
        var incoming = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        try
        {
            // A fault of the sender's stream is passed on as it is; one of the disk is the store's own.
            var file = OnDisk(() => new FileStream(
                incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true));
            await using (file)
            {
                var stored = await CopyAsync(content, file, stop);
                return OnDisk(() =>
                {
                    file.Flush(flushToDisk: true);
                    file.Dispose();
                    Keep(incoming, Path.Combine(_folder, review.Value), stored);
                    return stored;
                });
            }
        }
        finally
        {
            DeleteQuietly(incoming);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(ReviewId review, string sha256, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            return Task.FromResult<Stream?>(null);
        }

        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                Path.Combine(_folder, review.Value, sha256),
                FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, PieceBytes, useAsync: true));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    private static void DeleteQuietly(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is cleared away when the folder is opened next; what went wrong before it is the thing to tell.
        }
    }

    private static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritten(fault);
        }
    }

    private static async Task WriteAsync(Stream file, ReadOnlyMemory<byte> piece, CancellationToken stop)
    {
        try
        {
            await file.WriteAsync(piece, stop);
        }
        catch (IOException fault)
        {
            throw Unwritten(fault);
        }
    }

    private static StoreUnavailableException Unwritten(Exception fault) =>
        new("The document could not be written: look at the disk of the data folder.", fault);

    private void Keep(string incoming, string folder, StoredDocument stored)
    {
        Disk.MakeFolder(folder);
        var file = Path.Combine(folder, stored.Sha256);

        // The same bytes may be there already, and somebody may be reading them.
        if (new FileInfo(file) is not { Exists: true } there || there.Length != stored.Bytes)
        {
            File.Move(incoming, file, overwrite: true);
        }

        // Another upload may have made the folder a moment ago, and not flushed it yet.
        Disk.Flush(folder);
        Disk.Flush(_folder);
    }

    private static async Task<StoredDocument> CopyAsync(Stream content, Stream file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (var bytes = 0L; ;)
            {
                var count = await content.ReadAsync(piece.AsMemory(0, PieceBytes), stop);
                if (count == 0)
                {
                    return new StoredDocument(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
                }

                bytes += count;
                if (bytes > IDocumentStore.MaximumBytes)
                {
                    throw new DocumentTooLargeException();
                }

                hash.AppendData(piece, 0, count);
                await WriteAsync(file, piece.AsMemory(0, count), stop);
            }
        }
        finally
        {
            // A document is nobody else's to read in a buffer used again.
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }
}
