using System.Text.Json;

namespace Workflows.Local.Demo;

/// <summary>A small JSON body: an object of a few texts. Anything else is told, and nothing is done.</summary>
internal sealed class DemoBody
{
    private const int MostBytes = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private DemoBody(byte[] bytes, IReadOnlyDictionary<string, string> texts) => (Bytes, Texts) = (bytes, texts);

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes { get; }

    /// <summary>The texts by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>Reads the body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="names">Names that it may hold.</param>
    /// <returns>The body, or what is wrong with it.</returns>
    public static async Task<(DemoBody? Body, IResult? Problem)> ReadAsync(HttpContext http, params string[] names)
    {
        // A form of some other site can post text without asking; JSON it cannot.
        if (!http.Request.HasJsonContentType())
        {
            return (null, DemoProblem.Of(
                StatusCodes.Status415UnsupportedMediaType, "content-type", "Content type not taken",
                "Send the body as application/json in UTF-8."));
        }

        var buffer = new byte[MostBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (length > MostBytes)
        {
            return (null, DemoProblem.Of(
                StatusCodes.Status413PayloadTooLarge, "size-limit", "Too large", $"At most {MostBytes / 1024} KB are taken here."));
        }

        return Parse(buffer[..length], names);
    }

    private static (DemoBody? Body, IResult? Problem) Parse(byte[] bytes, string[] names)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, DemoProblem.Invalid("body", "Send one JSON object."));
            }

            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!names.Contains(member.Name))
                {
                    return (null, DemoProblem.Invalid("body", $"The body may hold: {string.Join(", ", names)}."));
                }

                if (member.Value.ValueKind != JsonValueKind.String)
                {
                    return (null, DemoProblem.Invalid(member.Name, "Send a text."));
                }

                texts.Add(member.Name, member.Value.GetString()!);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return (null, DemoProblem.Invalid("body", "The body is not JSON that can be read."));
        }

        return (new DemoBody(bytes, texts), null);
    }
}
