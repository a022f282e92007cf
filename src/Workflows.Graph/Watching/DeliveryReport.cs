namespace Workflows.Graph.Watching;

/// <summary>What matters in the source of a report message (RFC 3464 and the original's headers inside it).</summary>
/// <param name="LetterKey">Our key from the original's headers, or null.</param>
/// <param name="Review">The review from the original's headers, or null.</param>
/// <param name="Original">Internet message id of the original, or null.</param>
/// <param name="Status">Enhanced status code such as <c>5.1.1</c> (RFC 3463), or null.</param>
/// <param name="Action">The delivery action, such as <c>failed</c> or <c>delayed</c>, or null.</param>
internal sealed record DeliveryReport(string? LetterKey, string? Review, string? Original, string? Status, string? Action)
{
    /// <summary>Most of a report that is read, in characters; what matters stands in its first parts.</summary>
    public const int Longest = 512 * 1024;

    public static DeliveryReport Read(TextReader source)
    {
        string? key = null, review = null, original = null, status = null, action = null;
        var left = Longest;
        while (left > 0 && source.ReadLine() is { } line)
        {
            left -= line.Length + 1;
            key ??= Field(line, MessageMarks.LetterHeader);
            review ??= Field(line, MessageMarks.ReviewHeader);
            original ??= Field(line, "In-Reply-To");
            status ??= Field(line, "Status");
            if (Field(line, "Action") is { } said && action != "failed")
            {
                action = said.ToLowerInvariant();
            }
        }

        return new(key, review, original, status, action);
    }

    private static string? Field(string line, string name) =>
        line.Length > name.Length + 1 && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && line[(name.Length + 1)..].Trim() is { Length: > 0 and <= 998 } value
            ? value
            : null;
}
