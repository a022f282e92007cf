using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Takes a person's name apart: given names with their short forms, surname, initials, and the whole written in one.</summary>
internal static class PersonNames
{
    private static readonly HashSet<string> s_titles =
    [
        "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "rev", "revd", "sir", "lady", "lord", "pc", "dc", "ds", "di", "dci", "dcs",
        "sgt", "sergeant", "insp", "inspector", "constable", "detective", "judge", "nurse", "sister", "baby", "child", "master",
    ];

    private static readonly HashSet<string> s_particles =
        ["van", "von", "der", "den", "de", "da", "do", "dos", "del", "della", "la", "le", "el", "al", "bin", "binti", "ibn", "bint", "abu", "ap", "st", "mac", "mc", "o", "di", "du", "ter", "ten", "y", "e"];

    private static readonly HashSet<string> s_suffixes = ["jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii"];

    public static (IEnumerable<ListWord> Words, Person Person) Of(string text, int entry)
    {
        var (given, surname) = Split(text);
        var words = new List<ListWord>();
        foreach (var name in given)
        {
            words.Add(Word(name, entry, name.Length == 1 ? WordRole.Weak : WordRole.Given));
            words.AddRange(ShortForms(name).Select(form => Word(form, entry, WordRole.Given) with { IsShort = true }));
        }

        words.AddRange(surname.Select(name =>
            Word(name, entry, s_particles.Contains(name) && surname.Length > 1 ? WordRole.Weak : WordRole.Surname)));
        if (surname.Length > 1)
        {
            words.Add(Word(string.Concat(surname), entry, WordRole.Surname));
        }

        return (words.Where(word => word.Text.Length > 1 || word.Role == WordRole.Weak), Whole(given, surname, entry));
    }

    private static (string[] Given, string[] Surname) Split(string text)
    {
        var comma = text.IndexOf(',');
        var all = Names(comma > 0 ? text[(comma + 1)..] : text);
        if (comma > 0 && all.Length > 0)
        {
            return (all, Names(text[..comma]));
        }

        all = Names(text);
        if (all.Length < 2)
        {
            return (all, []);
        }

        // A hyphenated surname is one surname of several words, and a particle belongs to what follows it.
        var last = text.TrimEnd().LastIndexOf(' ');
        var count = Math.Clamp(Names(text[(last + 1)..]).Length, 1, all.Length - 1);
        while (count < all.Length - 1 && s_particles.Contains(all[^(count + 1)]))
        {
            count++;
        }

        return (all[..^count], all[^count..]);
    }

    private static string[] Names(string text) =>
        [.. Tokens.Of(Folded.Of(text)).All.Select(token => token.Word).Where(word => !s_titles.Contains(word) && !s_suffixes.Contains(word))];

    private static ListWord Word(string text, int entry, WordRole role) => new(
        text, entry, role, IsShort: false, NeedsCapital: text.Length < 3 || (DataFiles.Words.Contains(text) && !DataFiles.NamesNotWords.Contains(text)));

    private static IEnumerable<string> ShortForms(string name)
    {
        foreach (var form in DataFiles.ShortForms[name])
        {
            yield return form;
            // Jo, Joe: of a short form, its own longer names are other people's.
        }

        if (name.Length is >= 3 and <= 7)
        {
            var stem = name[^1] is 'e' or 'y' or 'a' or 'i' ? name[..^1] : name;
            yield return $"{stem}y";
            yield return $"{stem}ie";
            yield return $"{stem}ey";
            if (stem.Length >= 3 && stem[^1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' or 'x') && stem[^1] != stem[^2])
            {
                yield return $"{stem}{stem[^1]}y";
                yield return $"{stem}{stem[^1]}ie";
            }
        }
    }

    private static Person Whole(string[] given, string[] surname, int entry)
    {
        var last = string.Concat(surname);
        var initials = string.Concat(given.Select(name => name[0]));
        if (surname.Length == 0)
        {
            return new Person(entry, initials, SurnameInitial: null, [], []);
        }

        var firsts = given.Take(1).SelectMany(name => DataFiles.ShortForms[name].Append(name)).ToArray();
        string[] joined =
        [
            .. firsts.SelectMany(first => new[] { first + last, last + first }), string.Concat(given) + last,
            .. surname.Length > 1 ? firsts.Select(first => first + surname[^1]) : [],
        ];
        string[] handles = given.Length == 0 ? []
            : [.. new[] { given[0][0] + last, last + given[0][0], initials + last, given[0] + last[0] }, .. firsts.Select(first => first + last[0])];
        return new Person(
            entry, initials, last[0], [.. joined.Where(form => form.Length >= 6).Distinct()], [.. handles.Where(form => form.Length >= 5).Distinct()]);
    }
}
