namespace Workflows.Reviews.Ports;

/// <summary>What every store of chains asks before it writes.</summary>
public static class ChainNames
{
    private const int MostCharacters = 100;

    /// <summary>Refuses what no store can keep.</summary>
    /// <param name="chain">Name of the chain.</param>
    /// <param name="expected">Sequence of its last line.</param>
    /// <param name="lines">The lines.</param>
    /// <exception cref="ArgumentException">The name is none, there are no lines, or they do not follow without gaps.</exception>
    public static void ThrowIfMalformed(string chain, long expected, IReadOnlyList<JournalLine> lines)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(lines);
        if (chain.Length is 0 or > MostCharacters || chain.Contains("//", StringComparison.Ordinal) || chain.StartsWith('/') || chain.EndsWith('/')
            || !chain.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each is '-' or '/'))
        {
            throw new ArgumentException("A chain's name has up to 100 of a-z, 0-9, hyphens and single slashes.", nameof(chain));
        }

        if (expected < 0 || lines.Count == 0 || lines.Where((line, at) => line.Sequence != expected + 1 + at
            || line.Utf8.Length is 0 or > JournalLine.MaximumBytes || line.Utf8.Span.ContainsAny((byte)'\n', (byte)'\r')).Any())
        {
            throw new ArgumentException("The lines do not follow without gaps, or one is empty, too large or has a line break.", nameof(lines));
        }
    }
}
