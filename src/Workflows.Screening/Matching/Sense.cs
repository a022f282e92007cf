using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Tells a name from the everyday word that is written the same: the month of May, the verb "rose".</summary>
internal static class Sense
{
    private static readonly HashSet<string> s_months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly HashSet<string> s_beforeMonths =
    [
        "in", "of", "during", "since", "until", "till", "between", "early", "late", "mid", "last", "next", "this", "end", "throughout", "each", "every",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    // After one of these at the start of a sentence the word is no name: "Will the partners", "Mark each", "May be".
    private static readonly HashSet<string> s_afterWords =
    [
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "your", "my", "each", "all", "any", "be", "not", "i", "we",
        "he", "she", "they", "it", "you", "there", "of", "have", "also", "well", "only", "some", "no",
    ];

    /// <summary>Whether a word that is an everyday word too stands here as a name.</summary>
    public static bool IsName(Tokens tokens, int at)
    {
        var token = tokens[at];
        if (!token.HasCapital || IsPhrase(tokens, at) || IsMonth(tokens, at))
        {
            return false;
        }

        if (token.Shape == Shape.AllCapitals && InCapitals(tokens, at))
        {
            return false;
        }

        return !token.BeginsSentence || at + 1 >= tokens.Count || tokens.Gap(at) is not " " || !s_afterWords.Contains(tokens[at + 1].Word);
    }

    /// <summary>Whether a neighbour is in capital letters too, so that they say nothing.</summary>
    public static bool InCapitals(Tokens tokens, int at) =>
        (at > 0 && IsShout(tokens[at - 1])) || (at + 1 < tokens.Count && IsShout(tokens[at + 1]));

    public static bool IsPhrase(Tokens tokens, int at)
    {
        for (var from = Math.Max(0, at - 2); from <= at; from++)
        {
            for (var to = Math.Max(at, from + 1); to < Math.Min(tokens.Count, from + 3); to++)
            {
                if (to >= at && DataFiles.Phrases.Contains(string.Join(' ', tokens.All[from..(to + 1)].Select(token => token.Word))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsShout(Token token) => token.Shape == Shape.AllCapitals && token.Word.Length > 3 && !DataFiles.Abbreviations.Contains(token.Word);

    private static bool IsMonth(Tokens tokens, int at)
    {
        if (!s_months.Contains(tokens[at].Word))
        {
            return false;
        }

        var before = at > 0 && !tokens[at].BeginsSentence ? tokens[at - 1].Word : "";
        var after = at + 1 < tokens.Count ? tokens[at + 1].Word : "";
        return s_beforeMonths.Contains(before) || (before.Length > 0 && char.IsDigit(before[0])) || s_months.Contains(before)
            || (after.Length > 0 && char.IsDigit(after[0]))
            || (after is "to" or "and" or "or" && at + 2 < tokens.Count && s_months.Contains(tokens[at + 2].Word))
            || (before is "to" or "and" or "or" && at > 1 && s_months.Contains(tokens[at - 2].Word))
            || (at > 1 && before is "and" or "to" && tokens[at - 2].Word.Length > 0 && char.IsDigit(tokens[at - 2].Word[0]));
    }
}
