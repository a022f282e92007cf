using Workflows.Screening.Matching;
using Workflows.Screening.Patterns;
using Workflows.Screening.Reading;
using Workflows.Screening.Text;

namespace Workflows.Screening;

/// <summary>
/// Looks through documents for identifying details: those of a case's own list with their variants, and those that a pattern knows.
/// Made once for a list, it may be used for many documents, by one thread at a time.
/// </summary>
public sealed class Screen
{
    private readonly NameMatcher _names;
    private readonly JoinedMatcher _joined;
    private readonly NumberMatcher _numbers;
    private readonly Acronyms _acronyms;
    private readonly ILookup<(int Month, int Day), (int? Year, int Entry)> _dates;

    /// <summary>Makes a screen for a case.</summary>
    /// <param name="list">The case's list; empty where there is none.</param>
    public Screen(IReadOnlyList<ListEntry> list)
    {
        var compiled = new CompiledList(list);
        var index = new WordIndex(compiled.Words);
        _names = new NameMatcher(index, compiled.People);
        _joined = new JoinedMatcher(index, compiled.People);
        _numbers = new NumberMatcher(compiled.Numbers);
        _acronyms = new Acronyms(compiled.Acronyms);
        _dates = compiled.Dates.ToLookup(date => (date.Day.Month, date.Day.DayOfMonth), date => (date.Day.Year, date.Entry));
    }

    /// <summary>Finds the identifying details of a document.</summary>
    /// <param name="document">What was read of it.</param>
    /// <param name="stop">Ends the search.</param>
    /// <returns>The findings, in the document's order.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked.</exception>
    public IReadOnlyList<Finding> Find(DocumentText document, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(document);
        var findings = new FindingCollector(document);
        for (var number = 0; number < document.Passages.Count; number++)
        {
            stop.ThrowIfCancellationRequested();
            var tokens = Tokens.Of(Folded.Of(document.Passages[number].Text));
            findings.Add(number, tokens, Hits(tokens));
        }

        return findings.All();
    }

    private List<Hit> Hits(Tokens tokens)
    {
        var hits = new List<Hit>();
        _names.Find(tokens, hits);
        _joined.Find(tokens, hits);
        _acronyms.Find(tokens, hits);
        _numbers.Find(tokens.Text, hits);
        Numbers.Find(tokens, hits);
        Postcodes.Find(tokens.Text, hits);
        Online.Find(tokens.Text, hits);
        References.Find(tokens.Text, hits);
        hits.AddRange(Ages.Find(tokens.Text).Select(age => new Hit(FindingKind.Age, age.Start, age.Length, "an exact age", Entry: null)));
        hits.AddRange(Days.Find(tokens.Text).Select(Date));
        return HitMerge.Merge(hits, tokens);
    }

    private Hit Date(Day day)
    {
        foreach (var (year, entry) in _dates[(day.Month, day.DayOfMonth)])
        {
            if (year is null || day.Year is null || year == day.Year)
            {
                return new Hit(FindingKind.Date, day.Start, day.Length, "a listed date", entry);
            }
        }

        return new Hit(FindingKind.Date, day.Start, day.Length, "an exact date", Entry: null);
    }
}
