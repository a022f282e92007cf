using System.Buffers;
using System.Security.Cryptography;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Files;

namespace Workflows.Sqlite;

/// <summary>
/// Documents as files <c>documents/REVIEW/SHA256</c>. A document is written under another name first, and takes its own when
/// all of it is on the disk: what stands under a hash is whole.
/// </summary>
internal sealed class SqliteDocumentStore : IDocumentStore
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
            StoredDocument stored;
            await using (var file = new FileStream(
                incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                stored = await CopyAsync(content, file, stop);
                file.Flush(flushToDisk: true);
            }

            var folder = Path.Combine(_folder, review.Value);
            Disk.MakeFolder(folder);
            Keep(incoming, Path.Combine(folder, stored.Sha256), stored.Bytes);
            Disk.Flush(folder);
            return stored;
        }
        finally
        {
            File.Delete(incoming);
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

    private static void Keep(string incoming, string file, long bytes)
    {
        // The same bytes may be there already, and somebody may be reading them.
        if (new FileInfo(file) is not { Exists: true } there || there.Length != bytes)
        {
            File.Move(incoming, file, overwrite: true);
        }
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
                await file.WriteAsync(piece.AsMemory(0, count), stop);
            }
        }
        finally
        {
            // A document is nobody else's to read in a buffer used again.
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }
}
