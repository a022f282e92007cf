namespace Workflows.Reviews.Ports;

/// <summary>
/// Keeps what belongs to a review but must be destroyed one day, apart from its journal: the key of its free text, the names that
/// its report must not hold. Whatever is destroyed here is gone: no version, no bin, nothing left on its pages or in its log.
/// </summary>
public interface IPrivatePapers
{
    /// <summary>Keeps a paper, in place of what was there under its name; durable when the answer comes.</summary>
    /// <param name="review">The review.</param>
    /// <param name="name">What it is: see <see cref="PrivatePaper.ThrowIfMalformed"/>. Nothing personal.</param>
    /// <param name="bytes">The paper; at most <see cref="PrivatePaper.MaximumBytes"/>.</param>
    /// <param name="stop">Ends the wait; it may have been kept all the same.</param>
    /// <exception cref="ArgumentException">The name or the size is not allowed.</exception>
    Task PutAsync(ReviewId review, string name, ReadOnlyMemory<byte> bytes, CancellationToken stop);

    /// <summary>A paper, or null where there is none, or no more.</summary>
    /// <param name="review">The review.</param>
    /// <param name="name">Its name.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<byte[]?> FindAsync(ReviewId review, string name, CancellationToken stop);

    /// <summary>Names of a review's papers, in order of the alphabet; none where there are none.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<string>> NamesAsync(ReviewId review, CancellationToken stop);

    /// <summary>Destroys a paper; one that is not there is no fault. When the answer comes, no byte of it is left in the store.</summary>
    /// <param name="review">The review.</param>
    /// <param name="name">Its name.</param>
    /// <param name="stop">Ends the wait; destroy it again to be sure.</param>
    /// <exception cref="StoreUnavailableException">It is not certain that nothing is left: destroy it again.</exception>
    Task DestroyAsync(ReviewId review, string name, CancellationToken stop);

    /// <summary>Destroys all papers of a review, as <see cref="DestroyAsync"/> does one.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait; destroy them again to be sure.</param>
    /// <exception cref="StoreUnavailableException">It is not certain that nothing is left: destroy them again.</exception>
    Task DestroyAllAsync(ReviewId review, CancellationToken stop);
}

/// <summary>A paper to be kept together with an append.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record PrivatePaper(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Most bytes of a paper: 4 MB.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    private const int MaximumName = 64;

    /// <summary>Refuses what no store can keep; every store asks this before it writes.</summary>
    /// <param name="name">1 to 64 lower-case ASCII letters, digits and hyphens.</param>
    /// <param name="bytes">Size, at most <see cref="MaximumBytes"/>.</param>
    /// <exception cref="ArgumentException">One of the two is not allowed.</exception>
    public static void ThrowIfMalformed(string name, long bytes)
    {
        if (name is not { Length: > 0 and <= MaximumName } || !name.All(at => char.IsAsciiLetterLower(at) || char.IsAsciiDigit(at) || at == '-'))
        {
            throw new ArgumentException("A private paper's name has 1 to 64 lower-case letters, digits and hyphens.", nameof(name));
        }

        if (bytes > MaximumBytes)
        {
            throw new ArgumentException("A private paper has at most 4 MB.", nameof(bytes));
        }
    }
}
