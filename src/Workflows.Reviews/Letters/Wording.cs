using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflows.Process.Definitions;

namespace Workflows.Reviews.Letters;

/// <summary>Dates, rules and numbers in the words of letters.</summary>
internal static partial class Wording
{
    /// <summary>A day with its weekday: <c>Monday 5 January 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string WorkingDays(int count) => count == 1 ? "1 working day" : $"{count} working days";

    /// <summary>The source of a rule and what force it has.</summary>
    public static string Rule(string cite, Force force)
    {
        var (source, words) = (Source(cite), Words(force));
        return source.StartsWith(words, StringComparison.OrdinalIgnoreCase) ? source : $"{source} ({words})";
    }

    /// <summary>
    /// A citation without its remarks in brackets, which tell the administrator how far the rule was checked. Brackets that
    /// belong to the citation, as in section 16C(1), follow without a space and stay.
    /// </summary>
    public static string Source(string cite) => Remark().Replace(cite, string.Empty).Trim();

    /// <summary>Text on one line: whatever could break a header or turn the direction of writing becomes a space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isGap = rune.Value == Rune.ReplacementChar.Value || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
            if (!isGap)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The beginning of a text where it is longer than allowed.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limit - 2]) ? limit - 2 : limit - 1;
        return text[..end].TrimEnd() + "…";
    }

    private static string Words(Force force) => force switch
    {
        Force.Statute => "statute",
        Force.Regulation => "regulations",
        Force.StatutoryGuidance => "statutory guidance",
        Force.PanelGuidance => "guidance by the Panel",
        Force.Local => "local practice",
        _ => "asked for, not owed",
    };

    [GeneratedRegex(@"\s+\([^()]*(\([^()]*\)[^()]*)*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Remark();
}
