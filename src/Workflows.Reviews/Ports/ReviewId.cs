using System.Security.Cryptography;
using System.Text;

namespace Workflows.Reviews.Ports;

/// <summary>Identifier of a review: 128 bits as 32 lower-case hexadecimal digits. It says nothing about the case.</summary>
public readonly record struct ReviewId
{
    private readonly string? _value;

    private ReviewId(string value) => _value = value;

    /// <summary>The 32 digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A review identifier was never set.");

    /// <summary>A new identifier that nobody can guess.</summary>
    public static ReviewId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>
    /// The identifier that always follows from the same words, so that opening twice with one key meets the same journal.
    /// </summary>
    /// <param name="words">Whatever names the opening, for example a person and an idempotency key.</param>
    public static ReviewId From(params ReadOnlySpan<string> words) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words!))).AsSpan(0, 16)));

    /// <summary>Reads an identifier; anything but 32 lower-case hexadecimal digits is refused.</summary>
    /// <param name="text">The text; null is refused.</param>
    /// <param name="id">The identifier, where the answer is true.</param>
    public static bool TryParse(string? text, out ReviewId id)
    {
        id = default;
        if (text is not { Length: 32 } || !text.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        id = new ReviewId(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? string.Empty;
}
