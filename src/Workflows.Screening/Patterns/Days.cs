using System.Text.RegularExpressions;
using Workflows.Screening.Text;

namespace Workflows.Screening.Patterns;

/// <summary>A date as it stands in a text: its year may be missing.</summary>
internal sealed record Day(int Start, int Length, int? Year, int Month, int DayOfMonth);

/// <summary>Finds exact dates, in figures and in words, and reads them.</summary>
internal static partial class Days
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Month =
        "(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";

    private const string DayWord =
        "thirty[- ]first|thirtieth|twenty[- ](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|twentieth|nineteenth|eighteenth|seventeenth|sixteenth|fifteenth|fourteenth|thirteenth|twelfth|eleventh|tenth|ninth|eighth|seventh|sixth|fifth|fourth|third|second|first";

    private const string Year = @"(?<year>(19|20)\d\d|'?\d\d(?!\d)|(nineteen|twenty)[- ](hundred( and)? )?[a-z]+([- ][a-z]+)?|two thousand( and [a-z]+([- ][a-z]+)?)?)";

    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] s_days =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private static readonly string[] s_beforeDates = ["on", "from", "since", "until", "before", "after", "by", "between", "and", "to", "died"];

    private static readonly string[] s_numbered = ["section", "sections", "paragraph", "para", "paras", "chapter", "version", "v", "figure", "table", "part", "rule", "clause", "appendix", "item", "recommendation", "page", "regulation", "annex", "standard", "s"];

    public static IEnumerable<Day> Find(Folded text)
    {
        var lower = text.Lower;
        foreach (Match match in DayFirst().Matches(lower))
        {
            if (Make(match, DayNumber(match.Groups["day"].Value), MonthNumber(match.Groups["month"].Value), YearOf(match)) is { } day
                && !IsRange(lower, match))
            {
                yield return day;
            }
        }

        foreach (Match match in MonthFirst().Matches(lower))
        {
            if (Make(match, DayNumber(match.Groups["day"].Value), MonthNumber(match.Groups["month"].Value), YearOf(match)) is { } day)
            {
                yield return day;
            }
        }

        foreach (Match match in Figures().Matches(lower))
        {
            if (Numeric(lower, match) is { } day)
            {
                yield return day;
            }
        }

        foreach (Match match in International().Matches(lower))
        {
            if (Make(match, Number(match, "day"), Number(match, "number"), Number(match, "full")) is { } day)
            {
                yield return day;
            }
        }

        foreach (Match match in Labelled().Matches(lower))
        {
            if (Make(match.Groups["date"], Number(match, "day"), Number(match, "number"), year: null) is { } day)
            {
                yield return day;
            }
        }
    }

    private static Day? Numeric(string text, Match match)
    {
        var (one, two) = (Number(match, "one"), Number(match, "two"));
        var yearText = match.Groups["full"].Value;
        var isDotted = match.Value.Contains('.', StringComparison.Ordinal);
        if (isDotted && yearText.Length < 4 && (match.Groups["one"].Length < 2 || match.Groups["two"].Length < 2) && !IsDated(text, match.Index))
        {
            return null;
        }

        if (IsNumbered(text, match.Index) || (isDotted && yearText.Length < 4 && BeginsLine(text, match.Index)))
        {
            return null;
        }

        var year = FullYear(yearText);
        return Make(match, one, two, year) ?? Make(match, two, one, year);
    }

    private static Day? Make(Capture match, int day, int month, int? year)
    {
        var isDay = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year is >= 1 and <= 9999 ? year.Value : 2024, month)
            && year is null or (>= 1900 and <= 2099);
        return isDay ? new Day(match.Index, match.Length, year, month, day) : null;
    }

    // "1 May to 3 May" are two dates; "section 1 March" is none.
    private static bool IsRange(string text, Match match) => IsNumbered(text, match.Index);

    private static bool IsNumbered(string text, int at)
    {
        var before = text[..at].TrimEnd();
        var word = before[(before.LastIndexOfAny([' ', '\n', '(']) + 1)..].TrimEnd('.');
        return Array.IndexOf(s_numbered, word) >= 0;
    }

    private static bool IsDated(string text, int at)
    {
        var before = text[Math.Max(0, at - 14)..at].TrimEnd(' ', ':', '(', '\n');
        return before.Contains("dob", StringComparison.Ordinal) || before.Contains("born", StringComparison.Ordinal)
            || before.Contains("dat", StringComparison.Ordinal) || Array.Exists(s_beforeDates, word => before.EndsWith($" {word}", StringComparison.Ordinal) || before == word);
    }

    private static bool BeginsLine(string text, int at) => at == 0 || text[at - 1] == '\n';

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value);

    private static int MonthNumber(string month) => Array.IndexOf(s_months, month[..3]) + 1;

    private static int DayNumber(string day)
    {
        if (char.IsDigit(day[0]))
        {
            return int.Parse(string.Concat(day.TakeWhile(char.IsDigit)));
        }

        if (day.StartsWith("thirt", StringComparison.Ordinal) && day != "thirteenth")
        {
            return day == "thirtieth" ? 30 : 31;
        }

        return day.StartsWith("twenty", StringComparison.Ordinal) ? 21 + Array.IndexOf(s_days, day[7..]) : Array.IndexOf(s_days, day) + 1;
    }

    private static int? YearOf(Match match)
    {
        var year = match.Groups["year"].Value.TrimStart('\'');
        return year.Length == 0 ? null : char.IsDigit(year[0]) ? FullYear(year) : NumberWords.Year(year);
    }

    private static int FullYear(string year) => year.Length == 4 ? int.Parse(year) : int.Parse(year) is var two && two > 40 ? 1900 + two : 2000 + two;

    [GeneratedRegex(@"(?<![a-z0-9./])(the )?(?<day>\d{1,2}( ?(st|nd|rd|th))?|" + DayWord + @")[ \n]{0,2}(day )?(of )?[-./ ,\n]{0,2}" + Month + @"(?![a-z])\.?([-./, \n']{1,3}(in the year )?" + Year + ")?", Options, 20_000)]
    private static partial Regex DayFirst();

    [GeneratedRegex("(?<![a-z])" + Month + @"(?![a-z])\.?[-. ,\n]{1,2}(the )?(?<day>\d{1,2}( ?(st|nd|rd|th))?|" + DayWord + @")(?![0-9:%]|[.][0-9])(,?[-, \n]{1,2}" + Year + ")?", Options, 20_000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![0-9./\-])(?<one>\d{1,2}) ?(?<mark>[./\-\\|:]) ?(?<two>\d{1,2}) ?\k<mark> ?(?<full>(19|20)\d\d|\d\d)(?![0-9]|[./\-][0-9])", Options, 20_000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<![0-9./\-])(?<full>(19|20)\d\d) ?(?<mark>[./\-]) ?(?<number>\d{1,2}) ?\k<mark> ?(?<day>\d{1,2})(?![0-9]|[./\-][0-9])", Options, 20_000)]
    private static partial Regex International();

    [GeneratedRegex(@"(?<![a-z])(on|dob|born( on)?|d\.o\.b\.?|date of birth|died( on)?)[: ]{1,3}(?<date>(?<day>\d{1,2})[/.](?<number>\d{1,2}))(?![0-9/.]|[.][0-9])", Options, 20_000)]
    private static partial Regex Labelled();
}
