namespace Workflows.Screening.Text;

/// <summary>The words of a folded text, in order, and what stands between them.</summary>
internal sealed class Tokens
{
    private Tokens(Folded text, Token[] all)
    {
        Text = text;
        All = all;
    }

    public Folded Text { get; }

    public Token[] All { get; }

    public int Count => All.Length;

    public Token this[int at] => All[at];

    /// <summary>What stands between a word and the next.</summary>
    public ReadOnlySpan<char> Gap(int at) =>
        at + 1 < All.Length ? Text.Lower.AsSpan(All[at].End, All[at + 1].Start - All[at].End) : "";

    public static Tokens Of(Folded text)
    {
        var found = new List<Token>();
        var cased = text.Cased;
        var begins = true;
        for (var at = 0; at < cased.Length;)
        {
            if (!char.IsLetterOrDigit(cased[at]))
            {
                begins |= cased[at] is '.' or '!' or '?' or '\n' or ':' or '•' or '"' or '“' or '”';
                at++;
                continue;
            }

            var end = End(cased, at);
            found.Add(Make(text, at, end - at, begins));
            begins = false;
            at = end;
        }

        return new Tokens(text, [.. found]);
    }

    private static int End(string cased, int at)
    {
        var end = at + 1;
        while (end < cased.Length)
        {
            var inside = char.IsLetterOrDigit(cased[end])
                || (cased[end] == '\'' && end + 1 < cased.Length && char.IsLetter(cased[end + 1]) && char.IsLetter(cased[end - 1]));
            if (!inside)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static Token Make(Folded text, int start, int length, bool begins)
    {
        var lower = text.Lower.AsSpan(start, length);
        var word = lower.Contains('\'') ? lower.ToString().Replace("'", "", StringComparison.Ordinal) : lower.ToString();
        var stem = word.Length > 2 && lower.EndsWith("'s") ? word[..^1] : word;
        return new Token(start, length, word, stem, ShapeOf(text.Cased.AsSpan(start, length)), begins);
    }

    private static Shape ShapeOf(ReadOnlySpan<char> cased)
    {
        var (capitals, small) = (0, 0);
        foreach (var each in cased)
        {
            capitals += char.IsUpper(each) ? 1 : 0;
            small += char.IsLetter(each) && !char.IsUpper(each) ? 1 : 0;
        }

        return (capitals, small) switch
        {
            (0, 0) => Shape.Digits,
            (0, _) => Shape.Lower,
            (1, _) when char.IsUpper(cased[0]) => Shape.Capital,
            (_, 0) => Shape.AllCapitals,
            (2, 1) when cased.EndsWith("'s") => Shape.AllCapitals,
            _ => Shape.Mixed,
        };
    }
}
