using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;

namespace Workflows.Reviews.Journal;

/// <summary>How events are written as JSON: camel case, nulls left out, nothing escaped that JSON lets stand.</summary>
[JsonSerializable(typeof(ReviewEvent))]
[JsonSerializable(typeof(Actor))]
internal sealed partial class EventJson : JsonSerializerContext
{
    /// <summary>As events are shown: words as text.</summary>
    public static EventJson Plain { get; } = new(Form());

    /// <summary>As events are stored: words sealed; inside <see cref="SealedWordsConverter.With"/> only.</summary>
    public static EventJson Stored { get; } = new(Form(new SealedWordsConverter()));

    private static JsonSerializerOptions Form(params IEnumerable<JsonConverter> more)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new JsonStringEnumConverter<LetterKind>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<LinkSide>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<MoveReason>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<PublicationForm>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<ActionProgress>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<EvaluationResult>(JsonNamingPolicy.CamelCase),
            },

            // Lines are served as JSON, never inside HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in more)
        {
            options.Converters.Add(converter);
        }

        return options;
    }
}
