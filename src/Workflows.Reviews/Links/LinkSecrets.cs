using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Links;

/// <summary>
/// Makes pointers and codes, and what is kept in their place. A pointer is derived, so that every attempt at a letter carries the same:
/// 160 bits of HMAC-SHA256 under a key of its own, over the review, the letter and whom it is written to.
/// </summary>
public sealed class LinkSecrets
{
    private const int PointerBytes = 20;
    private const int PointerLength = 27;
    private const int MostCode = 1_000_000;
    private readonly byte[] _key;

    /// <summary>Derives the key from the one that seals journals.</summary>
    /// <param name="key">That key.</param>
    public LinkSecrets(AuditKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Derive("links in letters");
    }

    /// <summary>The pointer of a letter: 27 characters of base64url.</summary>
    internal string Pointer(ReviewId review, string letter, string to) =>
        Base64Url.EncodeToString(Mac($"pointer\n{review}\n{letter}\n{to}").AsSpan(0, PointerBytes));

    /// <summary>The name under which a pointer is kept, or null where the text is no pointer.</summary>
    internal static string? NameOf(string? pointer) => pointer is { Length: PointerLength }
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pointer))) : null;

    /// <summary>The name under which it is kept how many codes an address was sent.</summary>
    internal string NameOfAddress(string address) => Convert.ToHexStringLower(Mac($"address\n{address.ToLowerInvariant()}"));

    /// <summary>A new code: six digits.</summary>
    internal static string NewCode() => RandomNumberGenerator.GetInt32(MostCode).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>What is kept in the place of a code. Six digits alone would be found by trying; the key is not kept beside them.</summary>
    internal string HashOf(string name, string code) => Convert.ToHexStringLower(Mac($"code\n{name}\n{code}"));

    /// <summary>Whether two hashes are the same, in a time that does not tell how far they are.</summary>
    internal static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private byte[] Mac(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
