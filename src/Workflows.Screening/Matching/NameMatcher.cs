using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>
/// Finds the people and phrases of the list among a text's words. A word that could be something else counts where its case or its
/// neighbour makes it a name.
/// </summary>
internal sealed class NameMatcher(WordIndex index, IReadOnlyList<Person> people)
{
    private static readonly System.Buffers.SearchValues<char> s_stops = System.Buffers.SearchValues.Create("!?;:()\"");
    private const string AsListed = "as listed";
    private const string Short = "a short form";
    private const string Misspelt = "perhaps misspelt";
    private const string Disguised = "letters replaced or added";

    public void Find(Tokens tokens, List<Hit> hits)
    {
        var sure = new Dictionary<int, HashSet<int>>();
        var maybe = new List<(int At, Candidate Candidate)>();
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var candidate in index.Find(tokens[at]))
            {
                if (candidate.Word.Phrase is { } phrase)
                {
                    FindPhrase(tokens, at, candidate, phrase, hits);
                }
                else if (Counts(tokens, at, candidate))
                {
                    Note(sure, at, candidate.Word.Entry);
                    hits.Add(Make(tokens, at, at, candidate));
                }
                else
                {
                    maybe.Add((at, candidate));
                }
            }
        }

        // Neighbours make each other certain: "rose harris", "Jake Hairs".
        foreach (var (at, candidate) in maybe)
        {
            if (Beside(tokens, sure, at, candidate.Word.Entry)
                || (candidate.Closeness == Closeness.Same && maybe.Any(other => other.Candidate.Closeness == Closeness.Same
                    && other.Candidate.Word.Entry == candidate.Word.Entry && other.Candidate.Word.Text != candidate.Word.Text
                    && Math.Abs(other.At - at) == 1 && IsClose(tokens, Math.Min(other.At, at)))))
            {
                hits.Add(Make(tokens, at, at, candidate));
            }
        }

        foreach (var person in people)
        {
            InitialMatcher.Find(tokens, person, sure, hits);
        }
    }

    private static bool Counts(Tokens tokens, int at, Candidate candidate)
    {
        var (word, closeness) = candidate;
        if (word.Role == WordRole.Weak || closeness == Closeness.Far)
        {
            return false;
        }

        if (closeness == Closeness.Near)
        {
            // A short word with one letter changed is too often another word.
            return tokens[at].HasCapital || word.Text.Length > 5;
        }

        var plain = tokens[at].Word;
        var isOtherWord = plain != word.Text && DataFiles.Words.Contains(plain) && !DataFiles.Words.Contains(word.Text);
        return isOtherWord ? Sense.IsName(tokens, at)
            : word.NeedsCapital ? Sense.IsName(tokens, at) && (word.Text.Length > 2 || tokens[at].Shape == Shape.Capital)
            : !Sense.IsPhrase(tokens, at) || tokens[at].HasCapital;
    }

    private static void FindPhrase(Tokens tokens, int at, Candidate first, Phrase phrase, List<Hit> hits)
    {
        if (first.Closeness == Closeness.Far || (first.Closeness == Closeness.Near && !tokens[at].HasCapital)
            || (first.Closeness == Closeness.Near && phrase.Words.Length == 1 && first.Word.Text.Length < 5))
        {
            return;
        }

        var near = first.Closeness == Closeness.Near ? 1 : 0;
        var last = at;
        for (var word = 1; word < phrase.Words.Length; word++)
        {
            var (found, isNear) = Next(tokens, last, phrase.Words[word]);
            if (found < 0)
            {
                return;
            }

            near += isNear ? 1 : 0;
            last = found;
        }

        if (near > 1 || (near == 1 && phrase.Words.Length == 1 && phrase.NeedsCapital && !tokens[at].HasCapital))
        {
            return;
        }

        var isOtherWord = phrase.Words.Length == 1 && tokens[at].Stem != first.Word.Text && DataFiles.Words.Contains(tokens[at].Stem);
        if ((phrase.NeedsCapital || isOtherWord) && !(phrase.Words.Length == 1 ? Sense.IsName(tokens, at) : tokens[at].HasCapital))
        {
            return;
        }

        var how = near > 0 ? Misspelt : first.Closeness == Closeness.Masked ? Disguised : phrase.How;
        hits.Add(new Hit(phrase.Kind, tokens[at].Start, tokens[last].End - tokens[at].Start, how, phrase.Entry));
    }

    // The next word of a phrase, with at most two words passed over that only say what a place is.
    private static (int At, bool IsNear) Next(Tokens tokens, int at, string word)
    {
        for (var next = at + 1; next <= Math.Min(at + 3, tokens.Count - 1); next++)
        {
            if (!IsClose(tokens, next - 1))
            {
                break;
            }

            if (PlaceNames.Standard(tokens[next].Stem) == word || tokens[next].Word == word || tokens[next].Word == $"{word}s")
            {
                return (next, false);
            }

            if (word.Length >= 5 && !DataFiles.Words.Contains(tokens[next].Stem)
                && Spelling.Distance(tokens[next].Stem, word, word.Length >= 8 ? 2 : 1) <= (word.Length >= 8 ? 2 : 1))
            {
                return (next, true);
            }

            if (!DataFiles.KindWords.Contains(tokens[next].Word))
            {
                break;
            }
        }

        return (-1, false);
    }

    private static bool Beside(Tokens tokens, Dictionary<int, HashSet<int>> sure, int at, int entry) =>
        (at > 0 && sure.GetValueOrDefault(at - 1)?.Contains(entry) == true && tokens[at - 1].Stem != tokens[at].Stem && IsClose(tokens, at - 1))
        || (sure.GetValueOrDefault(at + 1)?.Contains(entry) == true && tokens[at + 1].Stem != tokens[at].Stem && IsClose(tokens, at));

    internal static bool IsClose(Tokens tokens, int at)
    {
        // A full stop ends a sentence, but not after an initial or a title.
        var gap = tokens.Gap(at);
        return gap.Length <= 4 && gap.IndexOfAny(s_stops) < 0 && gap.Count('\n') < 2 && (!gap.Contains('.') || tokens[at].Word.Length <= 2);
    }

    private static void Note(Dictionary<int, HashSet<int>> sure, int at, int entry)
    {
        if (!sure.TryGetValue(at, out var entries))
        {
            sure[at] = entries = [];
        }

        entries.Add(entry);
    }

    private static Hit Make(Tokens tokens, int from, int to, Candidate candidate) => new(
        FindingKind.Name, tokens[from].Start, tokens[to].End - tokens[from].Start,
        candidate.Closeness switch
        {
            Closeness.Near or Closeness.Far => Misspelt,
            Closeness.Masked => Disguised,
            _ => candidate.Word.IsShort ? Short : AsListed,
        },
        candidate.Word.Entry);
}
