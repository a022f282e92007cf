using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite;

/// <summary>How identifiers and summaries are stored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(ReviewIdConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewSummary))]
[JsonSerializable(typeof(Publication))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoredForm : JsonSerializerContext
{
    /// <summary>The one to use.</summary>
    public static StoredForm Context => Default;

    /// <summary>The 16 bytes of an identifier.</summary>
    public static byte[] Bytes(ReviewId review) => Convert.FromHexString(review.Value);

    /// <summary>The identifier of 16 bytes.</summary>
    public static ReviewId Review(ReadOnlySpan<byte> bytes) =>
        Workflows.Reviews.Ports.ReviewId.TryParse(Convert.ToHexStringLower(bytes), out var review)
            ? review
            : throw new JsonException("A stored identifier is not one.");

    private sealed class ReviewIdConverter : JsonConverter<ReviewId>
    {
        public override ReviewId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Workflows.Reviews.Ports.ReviewId.TryParse(reader.GetString(), out var review)
                ? review
                : throw new JsonException("A stored identifier is not one.");

        public override void Write(Utf8JsonWriter writer, ReviewId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
