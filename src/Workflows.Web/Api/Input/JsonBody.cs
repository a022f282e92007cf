using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>Reads a request body that is one JSON object: strictly, and never more than its limit.</summary>
internal sealed class JsonBody
{
    /// <summary>Most bytes of a JSON body: 1 MB.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = 8,
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
    };

    private JsonBody(ReadOnlyMemory<byte> bytes, JsonElement root) => (Bytes, Root) = (bytes, root);

    /// <summary>The bytes as they came.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The object.</summary>
    public JsonElement Root { get; }

    /// <summary>Reads the body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="most">Most bytes of it.</param>
    /// <exception cref="ProblemException">It is not JSON, no object, of another type or too large.</exception>
    public static async Task<JsonBody> ReadAsync(HttpContext http, int most = MaximumBytes)
    {
        if (!IsJson(http.Request.ContentType))
        {
            throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        }

        var bytes = await BytesAsync(http, most);
        return new JsonBody(bytes, Parse(bytes));
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The bytes of a body of any type.</summary>
    /// <param name="http">The request.</param>
    /// <param name="most">Most bytes of it.</param>
    /// <exception cref="ProblemException">There are more.</exception>
    public static async Task<byte[]> BytesAsync(HttpContext http, int most)
    {
        if (http.Request.ContentLength > most)
        {
            throw new ProblemException(Problem.TooLarge(most));
        }

        var (reader, stop) = (http.Request.BodyReader, http.RequestAborted);
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            if (read.Buffer.Length > most)
            {
                // The server reads the rest away, and can only when this reading has ended.
                reader.AdvanceTo(read.Buffer.End);
                throw new ProblemException(Problem.TooLarge(most));
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static JsonElement Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ProblemException(Problem.Invalid("body", "Send one JSON object."));
        }
        catch (JsonException malformed)
        {
            throw new ProblemException(Malformed(malformed));
        }
        catch (InvalidOperationException)
        {
            // A member's name has half a surrogate pair in it.
            throw new ProblemException(Problem.Invalid("body", "A name in the JSON holds broken characters."));
        }
    }

    private static Problem Malformed(JsonException malformed) => malformed.LineNumber is { } line
        ? Problem.Invalid("body", $"The body is not JSON that can be read: look at line {line + 1}, byte {malformed.BytePositionInLine + 1}. "
            + "Give each member once, at most 8 levels deep, without a byte order mark.")
        : Problem.Invalid("body", "The body is not JSON that can be read. Give each member once, at most 8 levels deep.");
}
