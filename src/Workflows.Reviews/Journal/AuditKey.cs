using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Reviews.Journal;

/// <summary>
/// The key that chains a journal's lines: HMAC-SHA256 over the seal before and the line's bytes up to its own seal. Kept
/// apart from the journals, so that nobody who can write them can also forge them. One key seals; those that sealed before it
/// still verify.
/// </summary>
public sealed class AuditKey
{
    private const int SealLength = 43;
    private readonly byte[][] _keys;

    /// <summary>Takes a key.</summary>
    /// <param name="key">At least 32 bytes.</param>
    /// <param name="before">Keys that were in use before, in any order; each at least 32 bytes.</param>
    /// <exception cref="ArgumentException">A key is shorter.</exception>
    public AuditKey(ReadOnlySpan<byte> key, params IEnumerable<byte[]> before)
    {
        _keys = [key.ToArray(), .. before];
        if (_keys.Any(each => each.Length < 32))
        {
            throw new ArgumentException("The audit key has at least 32 bytes.", nameof(key));
        }

        Ids = [.. _keys.Select(IdOf)];
    }

    /// <summary>Name of the key that seals: eight hexadecimal digits that say nothing about it.</summary>
    public string Id => Ids[0];

    /// <summary>Names of all keys, the one that seals first.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The seal of a line: 43 characters of base64url.</summary>
    /// <param name="before">Seal of the line before; empty for the first.</param>
    /// <param name="body">The line's bytes up to <c>,"seal"</c>.</param>
    public string Seal(string before, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(_keys[0], before, body, hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>Whether a seal is the line's own.</summary>
    /// <param name="seal">The seal that the line carries.</param>
    /// <param name="before">Seal of the line before; empty for the first.</param>
    /// <param name="body">The line's bytes up to <c>,"seal"</c>.</param>
    public bool Matches(string seal, string before, ReadOnlySpan<byte> body) => KeyOf(seal, before, body) is not null;

    /// <summary>A key for something else, from which this one cannot be found: HKDF-SHA256 (RFC 5869).</summary>
    /// <param name="purpose">What it is for: another purpose, another key.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Derive(string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _keys[0], HMACSHA256.HashSizeInBytes, Encoding.UTF8.GetBytes($"workflows {purpose}"));

    /// <summary>Name of the key by which a seal is the line's own, or null where it is by none.</summary>
    /// <param name="seal">The seal that the line carries.</param>
    /// <param name="before">Seal of the line before; empty for the first.</param>
    /// <param name="body">The line's bytes up to <c>,"seal"</c>.</param>
    public string? KeyOf(string seal, string before, ReadOnlySpan<byte> body)
    {
        if (seal.Length != SealLength)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var at = 0; at < _keys.Length; at++)
        {
            Compute(_keys[at], before, body, hash);
            if (CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(seal), Encoding.ASCII.GetBytes(Base64Url.EncodeToString(hash))))
            {
                return Ids[at];
            }
        }

        return null;
    }

    private static string IdOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "name of the key"u8))[..8];

    private static void Compute(byte[] key, string before, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var length = before.Length + body.Length;
        var rented = length <= 2048 ? null : System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        Span<byte> joined = rented is null ? stackalloc byte[length] : rented.AsSpan(0, length);
        Encoding.ASCII.GetBytes(before, joined);
        body.CopyTo(joined[before.Length..]);
        HMACSHA256.HashData(key, joined, hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
