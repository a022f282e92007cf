using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Process.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Journal;

/// <summary>Turns entries into the lines that stores keep, each sealed to the one before, and lines into entries.</summary>
public sealed class JournalCodec(AuditKey key)
{
    private static readonly JsonWriterOptions Writing = new()
    {
        // Lines are served as JSON, never inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes entries of one review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="entries">The entries, in sequence.</param>
    /// <param name="seal">Seal of the last line before them; empty for a new journal. Afterwards, that of the last one.</param>
    /// <exception cref="EntryTooLargeException">An entry is larger than a line may be.</exception>
    public IReadOnlyList<JournalLine> Write(ReviewId review, IReadOnlyList<JournalEntry> entries, ref string seal)
    {
        var lines = new JournalLine[entries.Count];
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        for (var at = 0; at < entries.Count; at++)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            WriteBody(writer, review, entries[at]);
            seal = key.Seal(seal, buffer.WrittenSpan);
            writer.WriteString("seal"u8, seal);
            writer.WriteEndObject();
            writer.Flush();
            if (buffer.WrittenCount > JournalLine.MaximumBytes)
            {
                throw new EntryTooLargeException();
            }

            lines[at] = new JournalLine(entries[at].Sequence, buffer.WrittenSpan.ToArray());
        }

        return lines;
    }

    /// <summary>Reads a line, and checks that it is whole and follows the one before.</summary>
    /// <param name="review">The review.</param>
    /// <param name="line">The line.</param>
    /// <param name="seal">Seal of the line before; empty for the first. Afterwards, this line's.</param>
    /// <exception cref="JournalDamagedException">The line is not what was written there.</exception>
    public JournalEntry Read(ReviewId review, JournalLine line, ref string seal)
    {
        try
        {
            var bytes = line.Utf8.Span;
            var cut = bytes.LastIndexOf(",\"seal\":\""u8);
            using var document = JsonDocument.Parse(line.Utf8);
            var root = document.RootElement;
            var written = root.GetProperty("seal").GetString() ?? string.Empty;
            if (cut < 0 || !key.Matches(written, seal, bytes[..cut]))
            {
                throw new JournalDamagedException(review, line.Sequence, "its seal does not fit");
            }

            var entry = Read(root);
            if (entry.Sequence != line.Sequence || root.GetProperty("review").GetString() != review.Value)
            {
                throw new JournalDamagedException(review, line.Sequence, "it belongs elsewhere");
            }

            seal = written;
            return entry;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or NotSupportedException)
        {
            throw new JournalDamagedException(review, line.Sequence, "it cannot be read", problem);
        }
    }

    private static void WriteBody(Utf8JsonWriter writer, ReviewId review, JournalEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("review"u8, review.Value);
        writer.WriteNumber("sequence"u8, entry.Sequence);
        writer.WriteString("at"u8, entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        writer.WritePropertyName("by"u8);
        writer.WriteStartObject();
        writer.WriteString("user"u8, entry.By.User);
        writer.WriteString("role"u8, entry.By.Role);
        writer.WriteEndObject();
        if (entry.Key is not null)
        {
            writer.WriteString("key"u8, entry.Key);
            writer.WriteString("fingerprint"u8, entry.Fingerprint);
        }

        writer.WritePropertyName("event"u8);
        JsonSerializer.Serialize(writer, entry.Event, EventJson.Plain.ReviewEvent);
        writer.Flush();
    }

    private static JournalEntry Read(JsonElement root) => new(
        root.GetProperty("sequence").GetInt64(),
        root.GetProperty("at").GetDateTimeOffset(),
        root.GetProperty("by").Deserialize(EventJson.Plain.Actor) ?? Actor.Engine,
        root.TryGetProperty("key", out var key) ? key.GetString() : null,
        root.TryGetProperty("fingerprint", out var print) ? print.GetString() : null,
        root.GetProperty("event").Deserialize(EventJson.Plain.ReviewEvent)
            ?? throw new JsonException("There is no event."));
}
