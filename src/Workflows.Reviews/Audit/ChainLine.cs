using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Audit;

/// <summary>
/// The form of a chain's line: one JSON object that begins with <c>chain</c>, <c>sequence</c> and <c>at</c>, goes on with what it
/// tells, and ends with <c>key</c> and <c>seal</c>. The seal is made as a journal's are.
/// </summary>
internal static class ChainLine
{
    /// <summary>Writes a line.</summary>
    /// <param name="key">Seals it.</param>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="sequence">Its place, from 1.</param>
    /// <param name="at">The instant.</param>
    /// <param name="body">Writes what it tells: properties.</param>
    /// <param name="seal">Seal of the line before; afterwards, this line's.</param>
    /// <exception cref="EntryTooLargeException">It would be longer than a line may be.</exception>
    public static JournalLine Write(
        AuditKey key, string chain, long sequence, DateTimeOffset at, Action<Utf8JsonWriter> body, ref string seal)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("chain"u8, chain);
        writer.WriteNumber("sequence"u8, sequence);
        writer.WriteString("at"u8, at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        body(writer);
        writer.WriteString("key"u8, key.Id);
        writer.Flush();
        seal = key.Seal(seal, buffer.WrittenSpan);
        writer.WriteString("seal"u8, seal);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenCount <= JournalLine.MaximumBytes
            ? new JournalLine(sequence, buffer.WrittenSpan.ToArray())
            : throw new EntryTooLargeException();
    }

    /// <summary>Reads a line, and checks that it is whole, in its place, and follows the one before.</summary>
    /// <param name="key">The keys.</param>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="line">The line.</param>
    /// <param name="seal">Seal of the line before; afterwards, this line's.</param>
    /// <returns>The object. It lives as long as the answer.</returns>
    /// <exception cref="ChainDamagedException">It is not what was written there.</exception>
    public static JsonElement Read(AuditKey key, string chain, JournalLine line, ref string seal)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Utf8);
            var root = document.RootElement;
            var written = SealedLine.FittingSeal(key, line, root, seal)
                ?? throw new ChainDamagedException(chain, line.Sequence, "its seal does not fit");
            if (root.GetProperty("sequence").GetInt64() != line.Sequence || root.GetProperty("chain").GetString() != chain)
            {
                throw new ChainDamagedException(chain, line.Sequence, "it belongs elsewhere");
            }

            seal = written;
            return root.Clone();
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new ChainDamagedException(chain, line.Sequence, "it cannot be read", problem);
        }
    }

    /// <summary>The seal that a line of these bears, or nothing where it cannot be read; whether it fits is not looked at.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="sequence">Place of the line, one of these.</param>
    public static string SealOf(IReadOnlyList<JournalLine> lines, long sequence)
    {
        try
        {
            using var line = JsonDocument.Parse(lines.First(each => each.Sequence == sequence).Utf8);
            return line.RootElement.GetProperty("seal").GetString() ?? string.Empty;
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return string.Empty;
        }
    }
}

/// <summary>A chain's line is not what was written there.</summary>
/// <param name="chain">The chain.</param>
/// <param name="sequence">Place of the line.</param>
/// <param name="problem">What is wrong, in a few words.</param>
/// <param name="cause">What was thrown on reading, or null.</param>
public sealed class ChainDamagedException(string chain, long sequence, string problem, Exception? cause = null)
    : Exception($"The chain {chain} is damaged at line {sequence}: {problem}.", cause);
