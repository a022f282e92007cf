using System.Text.RegularExpressions;
using Workflows.Screening.Matching;
using Workflows.Screening.Text;

namespace Workflows.Screening.Patterns;

/// <summary>Finds numbers of courts and of the police, other references that say what they are, and a child's place among its siblings.</summary>
internal static partial class References
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static void Find(Folded text, List<Hit> hits)
    {
        Add(Court(), FindingKind.CourtNumber, "a number of a court", text, hits);
        Add(Citation(), FindingKind.CourtNumber, "the citation of a judgment", text, hits);
        Add(Crime(), FindingKind.CrimeNumber, "a number of the police or of a prosecution", text, hits);
        Add(LabelledCourt(), FindingKind.CourtNumber, "labelled as a number of a court", text, hits);
        Add(LabelledCrime(), FindingKind.CrimeNumber, "labelled as a number of the police", text, hits);
        Add(Labelled(), FindingKind.Number, "labelled as a number of a person or file", text, hits);
        Add(LabelledLoosely(), FindingKind.Number, "labelled as a reference", text, hits);
        Add(Pupil(), FindingKind.Number, "a unique pupil number", text, hits);
        Add(Order(), FindingKind.SiblingOrder, "a place among siblings", text, hits);
    }

    private static void Add(Regex pattern, FindingKind kind, string how, Folded text, List<Hit> hits)
    {
        foreach (Match match in pattern.Matches(text.InLine))
        {
            var number = match.Groups["number"];
            var part = number.Success ? number : (Capture)match;
            hits.Add(new Hit(kind, part.Index, part.Value.TrimEnd('.', ',', '-', '/', ' ').Length, how, Entry: null));
        }
    }

    // The family court's (ZC21C00123), the Crown Court's (T20217001), and a claim's.
    [GeneratedRegex(@"(?<![a-z0-9])([a-z]{2}[ \-]?\d{2}[ \-]?[acdfpwz][ \-]?\d{5}|[asut][ \-]?20\d{2}[ \-]?\d{4}|[a-z]{1,2}\d{2}[a-z]{1,2}\d{3,5}|[a-z]\d{2}[a-z]{2}\d{3})(?![a-z0-9])", Options, 20_000)]
    private static partial Regex Court();

    [GeneratedRegex(@"[\[(]\d{4}[\])] ?(ewhc|ewca|ewfc|ewcop|uksc|ukut|ewcc|eat)( (civ|crim|hcj|occ|b|t3))? ?b?\d{1,5}( ?\((fam|admin|qb|kb|ch|b|t3|fc)\))?", Options, 20_000)]
    private static partial Regex Citation();

    // A prosecution's number (01AB1234521), crime numbers by year (12345/21, 42/12345/21, BCH-12345-21-4502).
    [GeneratedRegex(@"(?<![a-z0-9/])(\d{2}[a-z]{2}\d{7}|(\d{2}/)?(?!(19|20)\d\d/)\d{4,6}/(19|20)?\d{2}(?!/|\d)|(\d{2}[a-z]?\d?/)\d{4,7}/\d{2}|[a-z]{2,4}-\d{5,8}-\d{2}-\d{4}(-\d{1,4})?|(cr|cri|cad|occ|niche|cc)[/\-]?\d{4,8}[/\-]\d{2,4})(?![a-z0-9])", Options, 20_000)]
    private static partial Regex Crime();

    private const string Label = @"( ?(ref(erence)?|number|num|no|nos|id|file|n°))?( ?(number|no|ref))?[.:#]?( is| was| of)?[ :#(]{0,3}";

    private const string Value = @"(?<number>(?=[a-z/\-]{0,6}\d)(?=([^0-9]{0,8}\d){3})[a-z0-9][a-z0-9/\-*]{2,24}([ ](?=\d)[a-z0-9/\-]{2,12}){0,3})";

    [GeneratedRegex(@"(?<![a-z])(court (case|file)?|case (number|no|ref|reference)|claim (number|no)|family court|crown court|high court|proceedings|indictment|court)" + Label + Value, Options, 20_000)]
    private static partial Regex LabelledCourt();

    [GeneratedRegex(@"(?<![a-z])((crime|incident|cad|custody|occurrence|police|investigation|urn|log|niche|athena|op) ?(reference|ref|report|record|log|urn|number|no|num)(\.| number| no\.?)?|cad|urn|pnc ?id|pnc)( is| was|:|#)?[ :#(]{1,3}" + Value, Options, 20_000)]
    private static partial Regex LabelledCrime();

    [GeneratedRegex(@"(?<![a-z])((hospital|patient|mrn|upn|uln|urn|lac|mosaic|liquid ?logic|careworks|client|social care|social work|passport|driving licen[cs]e|emis|systmone|rio|unit|pupil|student|prison|home office|visa|asylum|benefit|housing|tenancy|prn|laming)( ?(reference|ref|number|num|no|id)(\.| number| no\.?)?)|mrn|upn|uln)( is| was|:|#)?[ :#(]{1,3}" + Value, Options, 20_000)]
    private static partial Regex Labelled();

    // A bare number is as likely an order's as a child's; with a letter or a stroke in it, it is somebody's file.
    [GeneratedRegex(@"(?<![a-z])(account|reference|ref|file|record|case|our ref|your ref)( ?(reference|ref|number|num|no|id)(\.| number| no\.?)?)?( is| was|:|#)?[ :#(]{1,3}(?=[a-z]{1,6}[/\-]?[0-9]|[0-9]{1,12}[a-z/\-])" + Value, Options, 20_000)]
    private static partial Regex LabelledLoosely();

    [GeneratedRegex(@"(?<![a-z0-9])[a-hj-np-rt-z]\d{11}[0-9a-z](?![a-z0-9])", Options, 20_000)]
    private static partial Regex Pupil();

    [GeneratedRegex(@"\b(eldest|oldest|youngest|middle|only|second|third|fourth|fifth|sixth|second[- ]youngest|second[- ]eldest|first[- ]born|last[- ]born)( child)? (of|in a family of) (the )?(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})( (children|siblings|brothers|sisters|boys|girls|half[- ]siblings))?\b|\bone of (twins|triplets)\b|\b(twin|triplet) (brother|sister|sibling)\b", Options, 20_000)]
    private static partial Regex Order();
}
