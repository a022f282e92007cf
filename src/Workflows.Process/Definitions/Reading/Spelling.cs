namespace Workflows.Process.Definitions.Reading;

/// <summary>The spelling of identifiers and keys.</summary>
internal static class Spelling
{
    private const int LongestName = 60;

    /// <summary>The word that was probably meant: at most two letters off, or a third of the word; null for none.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestName)
            return null;
        var best = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault((Candidate: null!, Distance: int.MaxValue));
        return best.Distance <= Math.Max(2, word.Length / 3) ? best.Candidate : null;
    }

    /// <summary>Whether it is an identifier: a–z, 0–9 and single hyphens, beginning with a letter.</summary>
    public static bool IsIdentifier(string text) =>
        IsName(text) && !text.Any(char.IsAsciiLetterUpper);

    /// <summary>Whether it is an identifier in which capitals may stand as well: <c>awareOn</c>.</summary>
    public static bool IsName(string text) => IsOption(text) && char.IsAsciiLetterLower(text[0]);

    /// <summary>Whether it is a name that may also begin with a digit, as options do.</summary>
    public static bool IsOption(string text) =>
        text.Length is > 0 and <= LongestName
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);

    /// <summary>Whether it ends in a hyphen and digits, which is how instances are told apart.</summary>
    public static bool EndsLikeAnInstance(string text)
    {
        var stem = text.AsSpan().TrimEnd("0123456789");
        return stem.Length < text.Length && stem.EndsWith("-");
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]);
                var replaced = previous[column - 1] + (same ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.Length];
    }
}
