using System.Text;
using System.Text.RegularExpressions;
using Workflows.Screening.Matching;
using Workflows.Screening.Text;

namespace Workflows.Screening.Patterns;

/// <summary>Finds NHS numbers, telephone numbers and National Insurance numbers, in any grouping and also in words.</summary>
internal static partial class Numbers
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static void Find(Tokens tokens, List<Hit> hits)
    {
        var text = tokens.Text.Lower;
        foreach (Match match in Run().Matches(text))
        {
            Classify(text, match.Index, match.Length, Figures(match.Value), hits);
        }

        foreach (Match match in Insurance().Matches(text))
        {
            hits.Add(new Hit(FindingKind.NationalInsurance, match.Index, match.Length, "a National Insurance number", Entry: null));
        }

        foreach (Match match in LabelledNhs().Matches(text))
        {
            var number = match.Groups["number"];
            hits.Add(new Hit(FindingKind.NhsNumber, number.Index, number.Length, "labelled as an NHS number", Entry: null));
        }

        Words(tokens, hits);
    }

    /// <summary>Whether ten figures end with the right check digit (modulus 11, as the NHS Data Dictionary has it).</summary>
    public static bool IsNhsNumber(string figures)
    {
        if (figures.Length != 10 || figures.Distinct().Count() == 1)
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < 9; at++)
        {
            sum += (10 - at) * (figures[at] - '0');
        }

        var check = (11 - (sum % 11)) % 11;
        return check < 10 && check == figures[9] - '0';
    }

    private static void Classify(string text, int start, int length, string figures, List<Hit> hits)
    {
        var isPlus = text[start] == '+';
        if (IsNhsNumber(figures) && !isPlus && !(figures[0] == '0' && LooksLikePhone(figures)))
        {
            hits.Add(new Hit(FindingKind.NhsNumber, start, length, "an NHS number: its check digit is right", Entry: null));
        }
        else if (IsPhone(figures, isPlus) && !DataFiles.PublicContacts.Contains(figures))
        {
            hits.Add(new Hit(FindingKind.Phone, start, length, "a telephone number", Entry: null));
        }
    }

    private static bool LooksLikePhone(string figures) => figures[1] is '1' or '2' or '7';

    private static bool IsPhone(string figures, bool isPlus)
    {
        var home = figures.StartsWith("0044", StringComparison.Ordinal) ? figures[4..] : isPlus && figures.StartsWith("44", StringComparison.Ordinal) ? figures[2..]
            : figures is ['4', '4', ..] && figures.Length == 12 ? figures[2..] : null;
        if (home is not null)
        {
            home = home.TrimStart('0');
            return home.Length is 9 or 10 && home[0] is '1' or '2' or '3' or '5' or '7' or '8' or '9';
        }

        return isPlus ? figures.Length is >= 9 and <= 15
            : figures is ['0', '1' or '2' or '3' or '5' or '7' or '8' or '9', ..] && figures.Length is 10 or 11;
    }

    // "nine four three, four seven six …": the figures one by one.
    private static void Words(Tokens tokens, List<Hit> hits)
    {
        var figures = new StringBuilder();
        var first = 0;
        for (var at = 0; at <= tokens.Count; at++)
        {
            var word = at < tokens.Count ? tokens[at].Word : "";
            var figure = NumberWords.Figure(word);
            var isRepeat = figures.Length > 0 && word is "double" or "triple" && at + 1 < tokens.Count && NumberWords.Figure(tokens[at + 1].Word) is not null;
            if (figure is not null || isRepeat || (figures.Length == 0 && word is "double"))
            {
                first = figures.Length == 0 && figure is not null ? at : first;
                var times = at > 0 && figures.Length >= 0 && tokens[at - 1].Word switch { "double" => true, _ => false } ? 2 : at > 0 && tokens[at - 1].Word == "triple" ? 3 : 1;
                figures.Append(figure is { } digit ? new string(digit, times) : "");
                continue;
            }

            if (figures.Length >= 10)
            {
                var (start, end) = (tokens[first].Start, tokens[at - 1].End);
                Classify(tokens.Text.Lower, start, end - start, figures.ToString(), hits);
            }

            figures.Clear();
        }
    }

    private static string Figures(string run)
    {
        // A nought in brackets after the country's number is left out when it is dialled.
        var figures = new StringBuilder(run.Length);
        foreach (var each in run.Replace("(0)", "", StringComparison.Ordinal))
        {
            figures.Append(each switch { >= '0' and <= '9' => each.ToString(), 'o' => "0", 'l' or 'i' => "1", _ => "" });
        }

        return figures.ToString();
    }

    [GeneratedRegex(@"(?<![a-z0-9./+]|[0-9][\-_])(\+ ?)?\(?(?=[0-9oli][0-9oli ().\-/_\n]{8,})([0-9]|[oli](?=[0-9 .\-/]))([ .\-/_\n]{0,2}[()]?[ ]?([0-9]|(?<=[0-9 ])[oli](?=[0-9 .\-/]|$)|(?<=[0-9])[oli](?![a-z]))){8,15}(?![0-9]|[a-z])", Options, 20_000)]
    private static partial Regex Run();

    [GeneratedRegex(@"(?<![a-z0-9])(?!bg|gb|nk|kn|tn|nt|zz)(qq|[abceghj-prstw-z][ .\-]?[abceghj-nprstw-z])([ .\-/]{0,2}\d){6}[ .\-/]{0,2}[a-d](?![a-z0-9])", Options, 20_000)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"\bnhs[ ]?(no|number|num|#)?[.:# ]{1,4}(is |was )?(?<number>\d([ \-.]{0,2}\d){9})(?![0-9])", Options, 20_000)]
    private static partial Regex LabelledNhs();
}
