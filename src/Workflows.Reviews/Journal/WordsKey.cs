using System.Buffers.Text;
using System.Security.Cryptography;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Journal;

/// <summary>
/// The key that seals the free text in one review's journal: 256 random bits, kept among the review's private papers and nowhere
/// else. Destroying it destroys the text, and leaves a journal that still verifies.
/// </summary>
public sealed class WordsKey
{
    /// <summary>Name of the private paper that holds it.</summary>
    public const string PaperName = "words-key";

    // The first byte of the paper says what follows it, so that another kind of key can come one day.
    private const byte PaperVersion = 1;
    private const int KeyBytes = 32;
    private readonly byte[] _key;

    private WordsKey(byte[] key)
    {
        _key = key;
        Id = Base64Url.EncodeToString(SHA256.HashData(key).AsSpan(0, 6));
    }

    /// <summary>Which key it is: eight characters that each sealed text names, and that tell nothing of the key.</summary>
    public string Id { get; }

    /// <summary>A new key.</summary>
    public static WordsKey New() => new(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Reads a paper.</summary>
    /// <param name="paper">The paper's bytes.</param>
    /// <exception cref="InvalidDataException">They are no key that this release knows.</exception>
    public static WordsKey Of(ReadOnlySpan<byte> paper) => paper.Length == 1 + KeyBytes && paper[0] == PaperVersion
        ? new WordsKey(paper[1..].ToArray())
        : throw new InvalidDataException("The private paper of a review's words holds no key that this release knows.");

    /// <summary>The key of a review, or null where it has none, or none any more.</summary>
    /// <param name="papers">Where keys are kept.</param>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<WordsKey?> FindAsync(IPrivatePapers papers, ReviewId review, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(papers);
        return await papers.FindAsync(review, PaperName, stop) is { } paper ? Of(paper) : null;
    }

    /// <summary>The paper that keeps it.</summary>
    public PrivatePaper ToPaper() => new(PaperName, (byte[])[PaperVersion, .. _key]);

    /// <summary>The cipher; its caller disposes of it, and uses it from one thread.</summary>
    internal AesGcm Cipher() => new(_key, AesGcm.TagByteSizes.MaxSize);
}
