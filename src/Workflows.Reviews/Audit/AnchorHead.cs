using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>Where a chain stood when it was anchored.</summary>
/// <param name="Of">The chain: <c>reviews/ID</c> for a journal, or the name of another chain.</param>
/// <param name="Sequence">Place of its last line.</param>
/// <param name="Seal">Seal of that line.</param>
/// <param name="Size">What the store counts of it, to tell quickly whether it has grown.</param>
internal sealed record AnchorHead(string Of, long Sequence, string Seal, long Size)
{
    /// <summary>The head of a chain, of its last line.</summary>
    public static AnchorHead At(string chain, JournalLine last, long size)
    {
        using var line = JsonDocument.Parse(last.Utf8);
        return new AnchorHead(chain, last.Sequence, line.RootElement.GetProperty("seal").GetString() ?? string.Empty, size);
    }

    /// <summary>
    /// One hash that stands for many heads: SHA-256, lower-case hex, over a line each of name, sequence and seal with single spaces
    /// between, in the order of the names' bytes, each ended by a line feed.
    /// </summary>
    public static string RootOf(IEnumerable<AnchorHead> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var head in heads.OrderBy(each => each.Of, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.ASCII.GetBytes($"{head.Of} {head.Sequence} {head.Seal}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("of"u8, Of);
        writer.WriteNumber("sequence"u8, Sequence);
        writer.WriteString("seal"u8, Seal);
        writer.WriteNumber("size"u8, Size);
        writer.WriteEndObject();
    }

    public static AnchorHead Read(JsonElement head) => new(
        head.GetProperty("of").GetString() ?? string.Empty, head.GetProperty("sequence").GetInt64(),
        head.GetProperty("seal").GetString() ?? string.Empty, head.GetProperty("size").GetInt64());
}
