using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Process.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Journal;

/// <summary>
/// Seals and opens the free text of one line: <c>{"sealed":"aes256gcm-1","key":"…","text":"…"}</c> in place of a JSON string, the text
/// being base64url of nonce (12 bytes), ciphertext and tag (16 bytes); the review's identifier is authenticated with it.
/// </summary>
internal sealed class SealedWords : IDisposable
{
    /// <summary>What is read where the key is no more.</summary>
    public const string Destroyed = "[destroyed]";

    private const string Algorithm = "aes256gcm-1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _review;
    private readonly WordsKey? _key;
    private AesGcm? _cipher;

    /// <summary>Prepares for the lines of one review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="key">Its key, or null: then sealed text reads as destroyed, and what is written is refused.</param>
    public SealedWords(ReviewId review, WordsKey? key) => (_review, _key) = (Encoding.ASCII.GetBytes(review.Value), key);

    /// <summary>Whether some sealed text could not be opened, because its key was not given.</summary>
    public bool MissedKey { get; private set; }

    /// <summary>Whether any text was sealed.</summary>
    public bool WasUsed { get; private set; }

    public void Write(Utf8JsonWriter writer, string text)
    {
        WasUsed = true;
        var key = _key ?? throw new InvalidOperationException("Free text is not written without the review's key.");
        var plain = Encoding.UTF8.GetBytes(text);
        var whole = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        Cipher(key).Encrypt(
            whole.AsSpan(0, NonceBytes), plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), _review);
        CryptographicOperations.ZeroMemory(plain);
        writer.WriteStartObject();
        writer.WriteString("sealed"u8, Algorithm);
        writer.WriteString("key"u8, key.Id);
        writer.WriteString("text"u8, Base64Url.EncodeToString(whole));
        writer.WriteEndObject();
    }

    /// <summary>The text: plain where an old entry holds it so.</summary>
    /// <exception cref="JsonException">It is neither, or does not open with its own key.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() ?? string.Empty;
        }

        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || root.GetProperty("sealed").GetString() != Algorithm)
        {
            throw new JsonException("Its free text is sealed in a way that this release does not know.");
        }

        if (_key is null || root.GetProperty("key").GetString() != _key.Id)
        {
            MissedKey = true;
            return Destroyed;
        }

        return Open(Base64Url.DecodeFromChars(root.GetProperty("text").GetString()), _key);
    }

    /// <inheritdoc/>
    public void Dispose() => _cipher?.Dispose();

    private string Open(ReadOnlySpan<byte> whole, WordsKey key)
    {
        if (whole.Length < NonceBytes + TagBytes)
        {
            throw new JsonException("Its sealed free text is too short.");
        }

        var plain = new byte[whole.Length - NonceBytes - TagBytes];
        try
        {
            Cipher(key).Decrypt(whole[..NonceBytes], whole[NonceBytes..^TagBytes], whole[^TagBytes..], plain, _review);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new JsonException("Its free text does not open with the review's key.", fault);
        }

        return Encoding.UTF8.GetString(plain);
    }

    private AesGcm Cipher(WordsKey key) => _cipher ??= key.Cipher();
}

/// <summary>
/// Writes and reads words as <see cref="SealedWords"/> does. JSON converters take no argument, so the line's seal stands beside the
/// thread while a line is written or read, which happens in one go.
/// </summary>
internal sealed class SealedWordsConverter : JsonConverter<Words>
{
    [ThreadStatic]
    private static SealedWords? s_current;

    /// <summary>Does some work of writing or reading with a seal.</summary>
    public static T With<T>(SealedWords words, Func<T> work)
    {
        var before = s_current;
        s_current = words;
        try
        {
            return work();
        }
        finally
        {
            s_current = before;
        }
    }

    /// <inheritdoc cref="With{T}"/>
    public static void With(SealedWords words, Action work) => With(
        words,
        () =>
        {
            work();
            return true;
        });

    /// <inheritdoc/>
    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(Current.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options) => Current.Write(writer, value.Text);

    private static SealedWords Current => s_current ?? throw new InvalidOperationException("Words are sealed by the codec only.");
}
