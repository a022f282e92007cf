using Workflows.Screening.Reading;

namespace Workflows.Screening.Corpus;

/// <summary>What a screen found of a corpus.</summary>
public sealed class Measure
{
    private const int Beside = 12;
    private readonly Dictionary<string, (int Found, int All)> _byWhat = [];

    /// <summary>Exact details that were found, and all.</summary>
    public (int Found, int All) Exact { get; private set; }

    /// <summary>Variants that were found, and all.</summary>
    public (int Found, int All) Variants { get; private set; }

    /// <summary>Places that were pointed out and hold something planted, and all.</summary>
    public (int Right, int All) Pointed { get; private set; }

    /// <summary>What was missed, first to last: what, and its sentence.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>What was pointed out without having been planted.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Share of exact details that were found, 0 to 1.</summary>
    public double ExactRecall => Share(Exact);

    /// <summary>Share of variants that were found, 0 to 1.</summary>
    public double VariantRecall => Share(Variants);

    /// <summary>Share of what was pointed out that was planted, 0 to 1.</summary>
    public double Precision => Share(Pointed);

    /// <summary>Found and all, by what was planted.</summary>
    public IReadOnlyDictionary<string, (int Found, int All)> ByWhat => _byWhat;

    /// <summary>Screens a document and counts.</summary>
    /// <param name="document">The document with its truth.</param>
    public void Add(CorpusDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = DocumentReader.Read(document.Bytes, document.FileName, CancellationToken.None);
        Count(document, new Screen(document.List).Find(text, CancellationToken.None));
    }

    /// <summary>Counts what was found of a document.</summary>
    /// <param name="document">The document with its truth.</param>
    /// <param name="findings">What was found.</param>
    public void Count(CorpusDocument document, IReadOnlyList<Finding> findings)
    {
        var places = findings
            .Where(finding => finding.Kind is not (FindingKind.FileAuthor or FindingKind.WorkingTraces or FindingKind.PictureOrigin))
            .SelectMany(finding => finding.Places.Select(place => Region(finding, place))).ToArray();
        var right = new bool[places.Length];
        foreach (var planted in document.Planted)
        {
            var (before, shown, after) = (Tail(Letters(planted.Before)), Letters(planted.Shown), Head(Letters(planted.After)));
            var isFound = false;
            for (var at = 0; at < places.Length; at++)
            {
                if (Overlaps(places[at], before, shown, after))
                {
                    right[at] = isFound = true;
                }
            }

            Note(planted, isFound);
        }

        Pointed = (Pointed.Right + right.Count(each => each), Pointed.All + places.Length);
        Wrong.AddRange(places.Where((_, at) => !right[at]).Select(place => $"{place.Kind} ({place.How}): {place.Matched}  in  {place.Around}"));
    }

    private void Note(Planted planted, bool isFound)
    {
        var one = isFound ? 1 : 0;
        if (planted.IsExact)
        {
            Exact = (Exact.Found + one, Exact.All + 1);
        }
        else
        {
            Variants = (Variants.Found + one, Variants.All + 1);
        }

        var (found, all) = _byWhat.GetValueOrDefault(planted.What);
        _byWhat[planted.What] = (found + one, all + 1);
        if (!isFound)
        {
            Missed.Add($"{planted.What}: {planted.Sentence}");
        }
    }

    private static bool Overlaps((string Text, int Start, int Length, FindingKind Kind, string How, string Matched, string Around) place, string before, string shown, string after)
    {
        for (var at = place.Text.IndexOf(before + shown + after, StringComparison.Ordinal); at >= 0; at = place.Text.IndexOf(before + shown + after, at + 1, StringComparison.Ordinal))
        {
            var start = at + before.Length;
            if (place.Start < start + shown.Length && start < place.Start + place.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static (string Text, int Start, int Length, FindingKind Kind, string How, string Matched, string Around) Region(Finding finding, FindingPlace place) => (
        Letters(place.Passage), Letters(place.Passage[..place.Start]).Length, Letters(place.Passage.Substring(place.Start, place.Length)).Length,
        finding.Kind, finding.How, finding.Matched, place.Passage);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Tail(string text) => text.Length > Beside ? text[^Beside..] : text;

    private static string Head(string text) => text.Length > Beside ? text[..Beside] : text;

    private static double Share((int Part, int All) count) => count.All == 0 ? 1 : (double)count.Part / count.All;
}
