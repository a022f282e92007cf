using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>
/// Takes the name of a place, school or practice apart: the words that are its own, and those that only say what it is. A place is
/// recognised by its own words; where they are everyday words, only beside one that says what it is.
/// </summary>
internal static class PlaceNames
{
    public static IEnumerable<Phrase> Of(string text, FindingKind kind, int entry) =>
        text.Split([',', ';', '\n', '('], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => Part(part.TrimEnd(')'), kind, entry));

    /// <summary>Phrases that are found as they stand; of a long one the last word, "syndrome" say, may be missing.</summary>
    public static IEnumerable<Phrase> Whole(string text, FindingKind kind, int entry)
    {
        var words = Words(text);
        yield return new Phrase(words, kind, entry, words.Length == 1 && IsWord(words[0]) && char.IsUpper(text.TrimStart()[0]), "as listed");
        if (words.Length > 2 && words[..^1].Any(word => !IsWord(word)))
        {
            yield return new Phrase(words[..^1], kind, entry, NeedsCapital: false, "shortened");
        }
    }

    /// <summary>First letters of a name of at least three words, as people shorten it; null where that could be anything.</summary>
    public static string? Acronym(string text)
    {
        var words = Words(text).Where(word => word is not ("the" or "of" or "and" or "at" or "in" or "for" or "on") && char.IsLetter(word[0])).ToArray();
        var letters = string.Concat(words.Select(word => word == "saint" ? 's' : word[0]));
        return words.Length >= 3 && !DataFiles.Abbreviations.Contains(letters) && !DataFiles.Words.Contains(letters) ? letters : null;
    }

    public static string Standard(string word) => DataFiles.KindSpellings.GetValueOrDefault(word, word);

    private static IEnumerable<Phrase> Part(string text, FindingKind kind, int entry)
    {
        var all = Words(text);
        var own = all.Where(word => !DataFiles.KindWords.Contains(word) && char.IsLetter(word[0]) && word.Length > 1).ToArray();
        var named = all.Where(word => word == "saint" || own.Contains(word)).ToArray();
        if (own.Length == 0)
        {
            var words = all.SkipWhile(word => word == "the" || char.IsDigit(word[0])).ToArray();
            if (words.Length > 1)
            {
                yield return new Phrase(words, kind, entry, NeedsCapital: true, "as listed");
            }

            yield break;
        }

        if (named.Length > 1)
        {
            yield return new Phrase(named, kind, entry, named.All(IsWord), "as listed");
        }
        else if (IsWord(own[0]))
        {
            // "Rowan" is a tree; "Rowan Primary" and "Rowan School" are the school.
            foreach (var beside in all.Where(word => word != own[0] && DataFiles.KindWords.Contains(word) && word.Length > 2 && !IsJoining(word)).Distinct())
            {
                yield return Array.IndexOf(all, beside) > Array.IndexOf(all, own[0])
                    ? new Phrase([own[0], beside], kind, entry, NeedsCapital: true, "as listed")
                    : new Phrase([beside, own[0]], kind, entry, NeedsCapital: true, "as listed");
            }

            if (all.Length == 1 || kind == FindingKind.Place)
            {
                yield return new Phrase(own, kind, entry, NeedsCapital: true, "as listed");
            }
        }

        foreach (var word in own.Where(word => word.Length >= 4 && !IsWord(word) && (own.Length == 1 || (word.Length >= 5 && !DataFiles.KnownNames.Contains(word)))))
        {
            yield return new Phrase([word], kind, entry, DataFiles.KnownNames.Contains(word), own.Length == all.Length ? "as listed" : "shortened");
        }
    }

    private static bool IsWord(string word) => DataFiles.Words.Contains(word);

    private static bool IsJoining(string word) => word is "the" or "of" or "and" or "for" or "at" or "in" or "on";

    private static string[] Words(string text) =>
        [.. Tokens.Of(Folded.Of(text.Replace("&", " and ", StringComparison.Ordinal))).All
            .Select(token => Standard(token.Stem))];
}
