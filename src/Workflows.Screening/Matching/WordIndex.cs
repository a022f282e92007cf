using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>How a word of the text comes to a word of the list.</summary>
internal enum Closeness
{
    /// <summary>The same, or its possessive or plural.</summary>
    Same,

    /// <summary>The same with digits for letters, or digits at its end.</summary>
    Masked,

    /// <summary>The same but for typing errors, or sounding the same.</summary>
    Near,

    /// <summary>So far off that only a neighbour makes it count.</summary>
    Far,
}

/// <summary>A word of the list that a word of the text may stand for.</summary>
internal readonly record struct Candidate(ListWord Word, Closeness Closeness);

/// <summary>Finds the words of the list that a word of the text may stand for. Every different word is looked up once.</summary>
internal sealed class WordIndex
{
    private readonly ILookup<string, ListWord> _words;
    private readonly ListWord[] _nearable;
    private readonly Dictionary<string, Candidate[]> _known = [];

    public WordIndex(IEnumerable<ListWord> words)
    {
        var all = words.Distinct().ToArray();
        _words = all.ToLookup(word => word.Text);
        _nearable = [.. all.Where(word => !word.IsShort && word.Role != WordRole.Weak && word.Text.Length >= 4 && word.Text.All(char.IsLetter))];
    }

    public IEnumerable<ListWord> All => _words.SelectMany(group => group);

    public bool Has(string word) => _words.Contains(word);

    public Candidate[] Find(Token token)
    {
        var key = token.Word == token.Stem ? token.Word : $"{token.Word}'{token.Stem}";
        if (!_known.TryGetValue(key, out var found))
        {
            _known[key] = found = Search(token.Word, token.Stem);
        }

        return found;
    }

    private Candidate[] Search(string word, string stem)
    {
        foreach (var form in Forms(word, stem))
        {
            if (_words.Contains(form))
            {
                return [.. _words[form].Select(each => new Candidate(each, Closeness.Same))];
            }
        }

        if (word.Any(char.IsDigit) && word.Any(char.IsLetter))
        {
            foreach (var form in new[] { word.Trim([.. "0123456789"]), Spelling.Unmask(word, 'i'), Spelling.Unmask(word, 'l') })
            {
                if (form.Length > 2 && _words.Contains(form))
                {
                    return [.. _words[form].Select(each => new Candidate(each, Closeness.Masked))];
                }
            }
        }

        return stem.Length < 3 || stem.Length > 40 ? [] : [.. _nearable.Select(each => Near(stem, word, each)).OfType<Candidate>()];
    }

    private static IEnumerable<string> Forms(string word, string stem)
    {
        yield return stem;
        yield return word;
        if (word.Length > 3 && word[^1] == 's')
        {
            yield return word[..^1];
            if (word.EndsWith("es", StringComparison.Ordinal))
            {
                yield return word[..^2];
            }
        }

        var standard = PlaceNames.Standard(stem);
        if (standard != stem)
        {
            yield return standard;
        }
    }

    private static Candidate? Near(string word, string full, ListWord listed)
    {
        var length = listed.Text.Length;
        var most = length >= 8 ? 2 : 1;
        var letters = Spelling.Letters(word);
        if (Math.Abs(word.Length - length) > 2 || !Spelling.MayBeWithin(letters, listed.Letters, 2))
        {
            return null;
        }

        var distance = Math.Min(Spelling.Distance(word, listed.Text, 2), word == full ? 3 : Spelling.Distance(full, listed.Text, 2));
        var isWord = DataFiles.Words.Contains(word) || DataFiles.Words.Contains(full);
        var isOther = DataFiles.KnownNames.Contains(word) || DataFiles.NamesNotWords.Contains(word);
        var sameStart = word[0] == listed.Text[0];
        if (length >= 4 && word.Length >= 4 && !isWord && Spelling.Sound(word) == listed.Sound && distance <= 2)
        {
            return new Candidate(listed, Closeness.Near);
        }

        var isNear = distance <= most && !isWord
            && (!isOther || (distance == 1 && length >= 7))
            && (distance < 2 || sameStart)
            && (length >= 5 || (sameStart && word.Length >= 3));
        return isNear ? new Candidate(listed, Closeness.Near)
            : distance <= 2 && distance < length / 2 && length >= 4 ? new Candidate(listed, Closeness.Far) : null;
    }
}
