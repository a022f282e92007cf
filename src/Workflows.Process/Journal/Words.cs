using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Process.Journal;

/// <summary>
/// Free text that a person typed. It has a type of its own because it alone, of all that a journal holds, may be personal:
/// one place can seal it and destroy it lawfully.
/// </summary>
/// <param name="Text">The text.</param>
[JsonConverter(typeof(WordsConverter))]
public readonly record struct Words(string Text)
{
    /// <summary>The text, or null where nothing was typed.</summary>
    /// <param name="text">The text; null or blank gives null.</param>
    public static Words? From(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Words(text.Trim());

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Writes and reads words as a JSON string.</summary>
public sealed class WordsConverter : JsonConverter<Words>
{
    /// <inheritdoc/>
    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? string.Empty);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
