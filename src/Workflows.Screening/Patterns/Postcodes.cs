using System.Text.RegularExpressions;
using Workflows.Screening.Matching;
using Workflows.Screening.Text;

namespace Workflows.Screening.Patterns;

/// <summary>Finds United Kingdom postcodes, with spaces where none belong, and a letter in place of a figure; and street addresses.</summary>
internal static partial class Postcodes
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly string[] s_courts =
    [
        "high court", "crown court", "family court", "county court", "magistrates court", "youth court", "supreme court", "appeal court", "juvenile court",
        "way", "court", "the way",
    ];

    public static void Find(Folded text, List<Hit> hits)
    {
        foreach (Match match in Whole().Matches(text.Lower))
        {
            if (IsPostcode(text, match))
            {
                hits.Add(new Hit(FindingKind.Postcode, match.Index, match.Length, "a postcode", Entry: null));
            }
        }

        foreach (Match match in Outward().Matches(text.InLine))
        {
            var half = match.Groups["half"];
            if (DataFiles.PostcodeAreas.Contains(string.Concat(half.Value.TakeWhile(char.IsLetter))))
            {
                hits.Add(new Hit(FindingKind.Postcode, half.Index, half.Length, "half a postcode", Entry: null));
            }
        }

        foreach (Match match in Street().Matches(text.Cased.Replace('\n', ' ')))
        {
            var name = match.Groups["name"].Value.ToLowerInvariant().Trim();
            if (!Array.Exists(s_courts, court => name == court))
            {
                hits.Add(new Hit(FindingKind.Address, match.Index, match.Length, "a house number and street", Entry: null));
            }
        }
    }

    private static bool IsPostcode(Folded text, Match match)
    {
        var area = string.Concat(match.Groups["area"].Value.Where(char.IsLetter));
        if (!DataFiles.PostcodeAreas.Contains(area))
        {
            return false;
        }

        var inward = match.Groups["inward"].Value;
        var shown = text.Cased.AsSpan(match.Index, match.Length);
        var isCapital = char.IsUpper(shown[0]) || char.IsUpper(shown[^1]);
        var isOrdinal = inward is "1st" or "2nd" or "3rd" || inward.EndsWith("th", StringComparison.Ordinal) || inward.EndsWith("am", StringComparison.Ordinal) || inward.EndsWith("pm", StringComparison.Ordinal);

        // In small letters, letters for figures and spaces everywhere at once are ordinary words.
        var figures = match.Value.Count(char.IsDigit);
        return figures >= 2 ? isCapital || !isOrdinal : figures == 1 && isCapital && shown.ToString().Where(char.IsLetter).All(each => char.IsUpper(each) || IsFigureLike(each));
    }

    private static bool IsFigureLike(char each) => each is 'l' or 'o' or 'i';

    [GeneratedRegex(@"(?<![a-z0-9])(?<area>[a-z]([ .\-]?[a-z])?)[ .\-]?([0-9]|[oil](?=[ .\-]{0,3}[0-9]))([ .\-]?[0-9a-z])?[ .\-_\n]{0,3}(?<inward>[0-9oil][ .\-]?[abd-hjlnp-uw-z][ .\-]?[abd-hjlnp-uw-z])(?![a-z0-9])", Options, 20_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![a-z0-9])((postcode|post code|postal district|postcode district|postcode area)( is| was|:)?[: ]{1,2}(?<half>[a-z]{1,2}[0-9][0-9a-z]?)|(?<half>[a-z]{1,2}[0-9][0-9a-z]?) (area|postcode|post code|district))(?![a-z0-9])", Options, 20_000)]
    private static partial Regex Outward();

    [GeneratedRegex(@"(?<![A-Za-z0-9])((Flat|Apartment|Unit|Room|No\.?|Number) ?\d{1,4}[A-Za-z]?,? )?\d{1,4}[A-Za-z]?,? (?<name>([A-Z][A-Za-z'\-]+ ){1,4}?(Street|Road|Avenue|Lane|Close|Drive|Way|Court|Crescent|Place|Terrace|Gardens|Grove|Hill|Square|Mews|Walk|Row|Parade|Rise|View|St|Rd|Ave|Ln|Cres|Gdns))\b(?! (of|of the) )", Options, 20_000)]
    private static partial Regex Street();
}
