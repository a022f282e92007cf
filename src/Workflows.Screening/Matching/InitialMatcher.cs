using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>Finds a person's initials: <c>JH</c>, <c>J.H.</c>, <c>J M H</c>, and a single one beside a name that was found.</summary>
internal static class InitialMatcher
{
    // Abbreviations that people write with full stops to this day.
    private static readonly HashSet<string> s_dotted = ["gp", "am", "pm", "us", "uk", "tv", "ba", "ma", "md", "jp", "eg", "ie", "ps", "nb"];

    public static void Find(Tokens tokens, Person person, Dictionary<int, HashSet<int>> sure, List<Hit> hits)
    {
        if (person.SurnameInitial is not { } surname || person.GivenInitials.Length == 0)
        {
            return;
        }

        var given = person.GivenInitials;
        string[] forms = given.Length > 1 ? [$"{given[0]}{surname}", $"{given}{surname}"] : [$"{given[0]}{surname}"];
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Word.Length == 1 && token.HasCapital)
            {
                Single(tokens, at, person, sure, hits);
                foreach (var form in forms)
                {
                    Spaced(tokens, at, form, person.Entry, hits);
                }
            }
            else if (token.Shape == Shape.AllCapitals && Array.Exists(forms, form => form == token.Stem || form == token.Word)
                && !DataFiles.Abbreviations.Contains(token.Stem) && !Sense.InCapitals(tokens, at))
            {
                hits.Add(new Hit(FindingKind.Name, token.Start, token.Length, "initials", person.Entry));
            }
        }
    }

    // "J Harris", "Harris J", "Jake H.": the name beside it is found already, and the initial belongs to it.
    private static void Single(Tokens tokens, int at, Person person, Dictionary<int, HashSet<int>> sure, List<Hit> hits)
    {
        if (tokens[at].Word[0] != person.SurnameInitial && !person.GivenInitials.Contains(tokens[at].Word[0]))
        {
            return;
        }

        foreach (var beside in new[] { at - 1, at + 1 })
        {
            if (sure.GetValueOrDefault(beside)?.Contains(person.Entry) == true && NameMatcher.IsClose(tokens, Math.Min(at, beside)))
            {
                var (from, to) = (Math.Min(at, beside), Math.Max(at, beside));
                hits.Add(new Hit(FindingKind.Name, tokens[from].Start, tokens[to].End - tokens[from].Start, "as listed", person.Entry));
            }
        }
    }

    private static void Spaced(Tokens tokens, int at, string form, int entry, List<Hit> hits)
    {
        var last = at + form.Length - 1;
        if (last >= tokens.Count || (s_dotted.Contains(form) && tokens.Gap(at) is "." or ". "))
        {
            return;
        }

        for (var letter = 0; letter < form.Length; letter++)
        {
            var token = tokens[at + letter];
            if (token.Stem.Length != 1 && !(letter == form.Length - 1 && token.Word == $"{form[letter]}s" && token.Stem != token.Word))
            {
                return;
            }

            if (token.Word[0] != form[letter] || !char.IsUpper(tokens.Text.Cased[token.Start])
                || (letter > 0 && tokens.Gap(at + letter - 1) is not ("." or ". " or " " or "." or "/" or "-" or "·")))
            {
                return;
            }
        }

        var isLonger = last + 1 < tokens.Count && tokens[last + 1].Word.Length == 1 && tokens[last + 1].HasCapital
            && tokens.Gap(last) is "." or "";
        if (!isLonger)
        {
            hits.Add(new Hit(FindingKind.Name, tokens[at].Start, tokens[last].End - tokens[at].Start, "initials", entry));
        }
    }
}
