using Workflows.Screening.Patterns;
using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>A case's list, taken apart into what the matchers look for.</summary>
internal sealed class CompiledList
{
    public CompiledList(IReadOnlyList<ListEntry> list)
    {
        for (var entry = 0; entry < list.Count; entry++)
        {
            foreach (var text in list[entry].Variants.Prepend(list[entry].Text).Where(text => !string.IsNullOrWhiteSpace(text)))
            {
                Add(list[entry].Kind, text, entry);
            }
        }
    }

    public List<ListWord> Words { get; } = [];

    public List<Person> People { get; } = [];

    public List<(string Text, int Entry)> Numbers { get; } = [];

    public List<(Day Day, int Entry)> Dates { get; } = [];

    public List<(string Letters, FindingKind Kind, int Entry)> Acronyms { get; } = [];

    private void Add(ListKind kind, string text, int entry)
    {
        switch (kind)
        {
            case ListKind.Person:
                var (words, person) = PersonNames.Of(text, entry);
                Words.AddRange(words);
                People.Add(person);
                break;
            case ListKind.Number:
                Numbers.Add((text, entry));
                break;
            case ListKind.Date:
                AddDate(text, entry);
                break;
            case ListKind.Other:
                AddPhrases(PlaceNames.Whole(text, FindingKind.Listed, entry));
                AddAcronym(text, FindingKind.Listed, entry);
                break;
            default:
                var found = kind switch { ListKind.School => FindingKind.School, ListKind.Practice => FindingKind.Practice, _ => FindingKind.Place };
                AddPhrases(PlaceNames.Of(text, found, entry));
                if (kind != ListKind.Place)
                {
                    AddAcronym(text, found, entry);
                }

                break;
        }
    }

    private void AddAcronym(string text, FindingKind kind, int entry)
    {
        if (PlaceNames.Acronym(text) is { } letters)
        {
            Acronyms.Add((letters, kind, entry));
        }
    }

    private void AddPhrases(IEnumerable<Phrase> phrases) =>
        Words.AddRange(phrases.Where(phrase => phrase.Words.Length > 0).Select(phrase =>
            new ListWord(phrase.Words[0], phrase.Entry, WordRole.Phrase, IsShort: false, phrase.NeedsCapital, phrase)));

    private void AddDate(string text, int entry)
    {
        foreach (var day in Days.Find(Folded.Of(text)))
        {
            Dates.Add((day, entry));
            if (day.Year is { } year)
            {
                // As it stands in file names and references: 12032021, 20210312.
                Numbers.Add(($"{day.DayOfMonth:00}{day.Month:00}{year}", entry));
                Numbers.Add(($"{year}{day.Month:00}{day.DayOfMonth:00}", entry));
                Numbers.Add(($"{day.DayOfMonth:00}{day.Month:00}{year % 100:00}", entry));
            }
        }
    }
}
