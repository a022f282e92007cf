using Workflows.Screening.Reading;
using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Makes findings of the hits: the same words in the same surroundings are one, and another reading adds only what is new in it.</summary>
internal sealed class FindingCollector(DocumentText document)
{
    private const int MostPlaces = 200;
    private const int Around = 130;
    private const int WordsAround = 8;
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Dictionary<int, Dictionary<string, int>> _counts = [];
    private readonly List<string> _order = [];

    public void Add(int number, Tokens tokens, List<Hit> hits)
    {
        var passage = document.Passages[number];
        var counts = hits.GroupBy(hit => Key(hit, tokens)).ToDictionary(group => group.Key, group => group.Count());
        _counts[number] = counts;
        Dictionary<string, int>? seen = passage.ReadingOf is { } first ? Before(Math.Max(first, 0), number) : null;
        foreach (var hit in hits)
        {
            var key = Key(hit, tokens);
            if (seen is not null && seen.TryGetValue(key, out var left) && left > 0)
            {
                seen[key] = left - 1;
                continue;
            }

            Add(passage, tokens, hit, key);
        }
    }

    public IReadOnlyList<Finding> All() =>
    [
        .. _order.Select(key => _entries[key]).Select(entry => new Finding(
            entry.Hit.Kind, entry.Matched, entry.Hit.How, entry.Hit.Entry, entry.Places, entry.Count)
        {
            Detail = entry.Detail, Surroundings = entry.Surroundings,
        }),
        .. document.Remnants.Select(Remnant),
    ];

    private void Add(Passage passage, Tokens tokens, Hit hit, string detail)
    {
        var surroundings = Surroundings(tokens, hit);
        var key = $"{detail}|{string.Join(' ', surroundings)}";
        var (start, length) = tokens.Text.Origin(hit.Start, hit.Length);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _order.Add(key);
            _entries[key] = entry = new Entry(hit, passage.Text.Substring(start, length), detail[(detail.IndexOf('|') + 1)..], surroundings);
        }

        entry.Count++;
        if (entry.Places.Count < MostPlaces)
        {
            entry.Places.Add(Place(passage, start, Math.Min(length, 60)));
        }
    }

    // How often each detail stands in the readings of the same text so far: the most of any, not their sum.
    private Dictionary<string, int> Before(int first, int number)
    {
        var seen = new Dictionary<string, int>();
        var readings = new Dictionary<string, int>();
        for (var other = first; other < number; other++)
        {
            var isReading = document.Passages[other].ReadingOf is not null;
            foreach (var (key, count) in _counts.GetValueOrDefault(other) ?? [])
            {
                var into = isReading ? readings : seen;
                into[key] = isReading ? Math.Max(into.GetValueOrDefault(key), count) : into.GetValueOrDefault(key) + count;
            }
        }

        foreach (var (key, count) in readings)
        {
            seen[key] = Math.Max(seen.GetValueOrDefault(key), count);
        }

        return seen;
    }

    private static string Key(Hit hit, Tokens tokens) =>
        $"{hit.Kind}|{string.Concat(tokens.Text.Lower.AsSpan(hit.Start, hit.Length).ToString().Where(char.IsLetterOrDigit))}";

    private static string[] Surroundings(Tokens tokens, Hit hit)
    {
        var all = tokens.All;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].End <= hit.Start ? (middle + 1, high) : (low, middle);
        }

        var after = low;
        while (after < all.Length && all[after].Start < hit.End)
        {
            after++;
        }

        return [.. all[Math.Max(0, low - WordsAround)..low].Concat(all[after..Math.Min(all.Length, after + WordsAround)]).Select(token => token.Word)];
    }

    private static FindingPlace Place(Passage passage, int start, int length)
    {
        var from = Math.Max(0, start - Around);
        var to = Math.Min(passage.Text.Length, start + length + Around);
        from += from > 0 && char.IsLowSurrogate(passage.Text[from]) ? 1 : 0;
        to -= to < passage.Text.Length && char.IsLowSurrogate(passage.Text[to]) ? 1 : 0;
        return new FindingPlace(passage.Page, passage.Part, passage.Where, passage.Text[from..to], start - from, length);
    }

    private static Finding Remnant(Remnant remnant)
    {
        var kind = remnant.Kind switch
        {
            RemnantKind.Author => FindingKind.FileAuthor,
            RemnantKind.PictureOrigin => FindingKind.PictureOrigin,
            _ => FindingKind.WorkingTraces,
        };
        var text = remnant.Text[..Math.Min(remnant.Text.Length, 300)];
        var place = new FindingPlace(remnant.Page, DocumentPart.Property, remnant.Where, text, 0, text.Length);
        return new Finding(kind, text, "left in the file", Entry: null, [place], Occurrences: 1)
        {
            Detail = string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit)), Surroundings = [remnant.Where],
        };
    }

    private sealed class Entry(Hit hit, string matched, string detail, string[] surroundings)
    {
        public Hit Hit { get; } = hit;

        public string Matched { get; } = matched;

        public string Detail { get; } = detail;

        public string[] Surroundings { get; } = surroundings;

        public List<FindingPlace> Places { get; } = [];

        public int Count { get; set; }
    }
}
