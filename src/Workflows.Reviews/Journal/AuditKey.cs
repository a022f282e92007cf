using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Reviews.Journal;

/// <summary>
/// The key that chains a journal's lines: HMAC-SHA256 over the seal before and the line's bytes up to its own seal. Kept
/// apart from the journals, so that nobody who can write them can also forge them.
/// </summary>
public sealed class AuditKey
{
    private const int SealLength = 43;
    private readonly byte[] _key;

    /// <summary>Takes a key.</summary>
    /// <param name="key">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public AuditKey(ReadOnlySpan<byte> key)
    {
        if (key.Length < 32)
        {
            throw new ArgumentException("The audit key has at least 32 bytes.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>The seal of a line: 43 characters of base64url.</summary>
    /// <param name="before">Seal of the line before; empty for the first.</param>
    /// <param name="body">The line's bytes up to <c>,"seal"</c>.</param>
    public string Seal(string before, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(before, body, hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>Whether a seal is the line's own.</summary>
    /// <param name="seal">The seal that the line carries.</param>
    /// <param name="before">Seal of the line before; empty for the first.</param>
    /// <param name="body">The line's bytes up to <c>,"seal"</c>.</param>
    public bool Matches(string seal, string before, ReadOnlySpan<byte> body) =>
        seal.Length == SealLength && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(seal), Encoding.ASCII.GetBytes(Seal(before, body)));

    /// <summary>A key for something else, from which this one cannot be found: HKDF-SHA256 (RFC 5869).</summary>
    /// <param name="purpose">What it is for: another purpose, another key.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Derive(string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _key, HMACSHA256.HashSizeInBytes, Encoding.UTF8.GetBytes($"workflows {purpose}"));

    private void Compute(string before, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var length = before.Length + body.Length;
        var rented = length <= 2048 ? null : System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        Span<byte> joined = rented is null ? stackalloc byte[length] : rented.AsSpan(0, length);
        Encoding.ASCII.GetBytes(before, joined);
        body.CopyTo(joined[before.Length..]);
        HMACSHA256.HashData(_key, joined, hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
