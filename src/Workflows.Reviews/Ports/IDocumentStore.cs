namespace Workflows.Reviews.Ports;

/// <summary>
/// Keeps the bytes of documents, each under its review and its own hash, so that storing the same bytes twice is storing
/// them once. Which version of which document they are is the journal's to say.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Most bytes of one document: 100 MB.</summary>
    const long MaximumBytes = 100L * 1024 * 1024;

    /// <summary>Streams a document in; it is durable when the answer comes.</summary>
    /// <param name="review">The review it belongs to.</param>
    /// <param name="content">The bytes, read once from where the stream stands to its end.</param>
    /// <param name="stop">Ends the upload; nothing is kept then.</param>
    /// <exception cref="DocumentTooLargeException">More than <see cref="MaximumBytes"/>; nothing is kept.</exception>
    Task<StoredDocument> StoreAsync(ReviewId review, Stream content, CancellationToken stop);

    /// <summary>Opens a document for reading, or answers null where there is none. The caller disposes of it.</summary>
    /// <param name="review">The review.</param>
    /// <param name="sha256">Hash of the bytes, lower-case hex.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<Stream?> OpenAsync(ReviewId review, string sha256, CancellationToken stop);

    /// <summary>Deletes every document of a review; where there is none, nothing happens.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait; delete them again to be sure.</param>
    /// <exception cref="StoreUnavailableException">One could not be deleted, or may not be yet: delete them again later.</exception>
    Task DeleteAllAsync(ReviewId review, CancellationToken stop);
}

/// <summary>What was stored.</summary>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Bytes">Size in bytes.</param>
public sealed record StoredDocument(string Sha256, long Bytes);

/// <summary>A document is larger than the store takes.</summary>
public sealed class DocumentTooLargeException()
    : Exception($"A document may have at most {IDocumentStore.MaximumBytes / (1024 * 1024)} MB.");
