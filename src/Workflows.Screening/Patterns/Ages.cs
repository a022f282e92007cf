using System.Text.RegularExpressions;
using Workflows.Screening.Text;

namespace Workflows.Screening.Patterns;

/// <summary>Finds exact ages. Ranges and limits ("aged 5 to 10", "under 18") are none, nor are spans ("14 years ago").</summary>
internal static partial class Ages
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Number = @"(\d{1,2}(\.\d|½)?|" + NumberWords.UpToNinetyNine + ")([- ]and[- ]a[- ](half|quarter))?";
    private const string Unit = "(years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|y)";

    private static readonly string[] s_bounds =
    [
        "under", "over", "below", "above", "between", "least", "than", "until", "to", "from", "up", "older", "younger", "most", "beyond", "before", "after", "past",
        "reach", "reaches", "or", "and", "-",
    ];

    public static IEnumerable<(int Start, int Length)> Find(Folded text)
    {
        foreach (var pattern in new[] { Old(), Aged(), Adjective(), Birthday(), Brackets() })
        {
            foreach (Match match in pattern.Matches(text.InLine))
            {
                if (!IsBound(text.InLine, match))
                {
                    yield return (match.Index, match.Length);
                }
            }
        }
    }

    private static bool IsBound(string text, Match match)
    {
        var before = text[Math.Max(0, match.Index - 24)..match.Index].TrimEnd(' ', '\n');
        var word = before[(before.LastIndexOfAny([' ', '\n', '(']) + 1)..];
        // "the age of": who is under it, or at least it, stands two words before.
        var isLimit = before.EndsWith("under the", StringComparison.Ordinal) || before.EndsWith("over the", StringComparison.Ordinal)
            || before.EndsWith("below the", StringComparison.Ordinal) || before.EndsWith("above the", StringComparison.Ordinal)
            || before.EndsWith("up to the", StringComparison.Ordinal) || before.EndsWith("until the", StringComparison.Ordinal)
            || before.EndsWith("to the", StringComparison.Ordinal) || before.EndsWith("between the", StringComparison.Ordinal)
            || before.EndsWith("from the", StringComparison.Ordinal);
        var isRange = word is "to" or "or" or "-" && before.Length > word.Length && char.IsDigit(before[^(word.Length + 2)]);
        return isLimit || isRange || (word is not ("to" or "or" or "and" or "-" or "from" or "after" or "before" or "past" or "until") && Array.IndexOf(s_bounds, word) >= 0);
    }

    private const string NoRange = @"(?!\s?(-|to|or|and)\s?(\d{1,2}|" + NumberWords.UpToNinetyNine + @")\b(?! (days?|weeks?|months?)\b))(?!,? (or|and) (over|under|above|below|older|younger|upwards))(?!\+)";

    [GeneratedRegex(@"(?<![a-z0-9.\-/])(just |nearly |almost |only )?" + Number + @"[- ]{0,2}" + Unit + @"(,? (and )?" + Number + @"[- ]{0,2}(months?|weeks?|days?))?[- ]{1,2}olds?\b(?! (or|and) (over|above|under))", Options, 20_000)]
    private static partial Regex Old();

    [GeneratedRegex(@"\b(aged|ages? of|age:|age was|age is|age|turned|turning)[: ]{1,2}(just |only |about |approximately )?" + Number + @"\b(?![:/%\-]|\.\d)" + NoRange + @"([- ]{1,2}(years?|yrs?|months?|weeks?|days?)\b" + NoRange + @"(,? (and )?" + Number + @" (months?|weeks?|days?))?( of age)?)?", Options, 20_000)]
    private static partial Regex Aged();

    [GeneratedRegex(@"(?<![a-z0-9.\-/])" + Number + @"[- ]{0,2}(y/?o|yo|y\.o\.?|yr[- ]?old|years? of age|months? of age|weeks? of age|days? of age)\b(?! (or|and) (over|above|under))", Options, 20_000)]
    private static partial Regex Adjective();

    [GeneratedRegex(@"\b(\d{1,2}(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ]first) birthday\b", Options, 20_000)]
    private static partial Regex Birthday();

    [GeneratedRegex(@"(?<=[a-z],? ?)\((aged )?" + Number + @"( (years?|yrs?|months?|weeks?|days?))?\)", Options, 20_000)]
    private static partial Regex Brackets();
}
