using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>How summaries and publications are written down in the index.</summary>
internal static class IndexJson
{
    /// <summary>Most characters of a summary that ride along in a blob's metadata (8 KB in all), where a listing shows them.</summary>
    private const int MostInMetadata = 6000;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new ReviewIdConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options);

    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, s_options) ?? throw new JsonException("An index blob holds null.");

    /// <summary>The same as metadata can hold it, or null where it is too long: then the blob is to be read.</summary>
    public static string? ForMetadata(byte[] json) =>
        json.Length <= MostInMetadata / 4 * 3 ? Convert.ToBase64String(json) : null;

    public static T FromMetadata<T>(string text) => Read<T>(Convert.FromBase64String(text));

    private sealed class ReviewIdConverter : JsonConverter<ReviewId>
    {
        public override ReviewId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReviewId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("No review identifier.");

        public override void Write(Utf8JsonWriter writer, ReviewId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
