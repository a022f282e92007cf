using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Process.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Journal;

/// <summary>
/// Turns entries into the lines that stores keep, each sealed to the one before and its free text sealed with the review's own key,
/// and lines into entries. The chain is over the sealed text: it holds without the key, and after its destruction.
/// </summary>
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
    /// <param name="words">The key of the review's free text.</param>
    /// <exception cref="EntryTooLargeException">An entry is larger than a line may be.</exception>
    public IReadOnlyList<JournalLine> Write(ReviewId review, IReadOnlyList<JournalEntry> entries, ref string seal, WordsKey words) =>
        Write(review, entries, ref seal, words, out _);

    /// <summary>The same, telling whether the key was needed: then it must be kept before the lines are.</summary>
    /// <param name="review">The review.</param>
    /// <param name="entries">The entries, in sequence.</param>
    /// <param name="seal">Seal of the last line before them; afterwards, that of the last one.</param>
    /// <param name="words">The key of the review's free text.</param>
    /// <param name="usedKey">Whether any of the entries holds free text.</param>
    public IReadOnlyList<JournalLine> Write(
        ReviewId review, IReadOnlyList<JournalEntry> entries, ref string seal, WordsKey words, out bool usedKey)
    {
        using var sealing = new SealedWords(review, words);
        var lines = new JournalLine[entries.Count];
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        for (var at = 0; at < entries.Count; at++)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            var entry = entries[at];
            SealedWordsConverter.With(sealing, () => WriteBody(writer, review, entry, EventJson.Stored));
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

        usedKey = sealing.WasUsed;
        return lines;
    }

    /// <summary>Reads a line, and checks that it is whole and follows the one before.</summary>
    /// <param name="review">The review.</param>
    /// <param name="line">The line.</param>
    /// <param name="seal">Seal of the line before; empty for the first. Afterwards, this line's.</param>
    /// <param name="words">
    /// The key of the review's free text, or null. Text sealed under another key, or under none that is given, reads
    /// <c>[destroyed]</c>; text of old entries, which is plain, reads as it is.
    /// </param>
    /// <exception cref="JournalDamagedException">The line is not what was written there.</exception>
    public JournalEntry Read(ReviewId review, JournalLine line, ref string seal, WordsKey? words) =>
        Read(review, line, ref seal, words, out _);

    /// <summary>The same, telling whether some text could not be opened for want of its key.</summary>
    /// <param name="review">The review.</param>
    /// <param name="line">The line.</param>
    /// <param name="seal">Seal of the line before; afterwards, this line's.</param>
    /// <param name="words">The key of the review's free text, or null.</param>
    /// <param name="missedKey">Whether some text reads <c>[destroyed]</c>.</param>
    /// <exception cref="JournalDamagedException">The line is not what was written there.</exception>
    public JournalEntry Read(ReviewId review, JournalLine line, ref string seal, WordsKey? words, out bool missedKey)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Utf8);
            var root = document.RootElement;
            var written = SealedLine.FittingSeal(key, line, root, seal)
                ?? throw new JournalDamagedException(review, line.Sequence, "its seal does not fit");

            using var opening = new SealedWords(review, words);
            var entry = SealedWordsConverter.With(opening, () => Read(root));
            missedKey = opening.MissedKey;
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

    /// <summary>
    /// A line as it is shown to those who may see the review: the same object with its words as text. Its seal is that of the stored
    /// line, and does not fit this one.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="entry">The entry as it was read.</param>
    /// <param name="seal">Seal of the stored line.</param>
    public static byte[] Show(ReviewId review, JournalEntry entry, string seal)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        WriteBody(writer, review, entry, EventJson.Plain);
        writer.WriteString("seal"u8, seal);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteBody(Utf8JsonWriter writer, ReviewId review, JournalEntry entry, EventJson form)
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

        if (entry.Imported is { } mark)
        {
            writer.WritePropertyName("imported"u8);
            writer.WriteStartObject();
            writer.WriteString("at"u8, mark.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteString("by"u8, mark.By);
            writer.WriteEndObject();
        }

        writer.WritePropertyName("event"u8);
        JsonSerializer.Serialize(writer, entry.Event, form.ReviewEvent);
        writer.Flush();
    }

    private static JournalEntry Read(JsonElement root) => new(
        root.GetProperty("sequence").GetInt64(),
        root.GetProperty("at").GetDateTimeOffset(),
        root.GetProperty("by").Deserialize(EventJson.Plain.Actor) ?? Actor.Engine,
        root.TryGetProperty("key", out var key) ? key.GetString() : null,
        root.TryGetProperty("fingerprint", out var print) ? print.GetString() : null,
        root.GetProperty("event").Deserialize(EventJson.Stored.ReviewEvent)
            ?? throw new JsonException("There is no event."),
        root.TryGetProperty("imported", out var mark)
            ? new ImportMark(mark.GetProperty("at").GetDateTimeOffset(), mark.GetProperty("by").GetString() ?? string.Empty) : null);
}
