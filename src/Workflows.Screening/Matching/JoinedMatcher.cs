using System.Text;
using System.Text.RegularExpressions;
using Workflows.Screening.Text;

namespace Workflows.Screening.Matching;

/// <summary>
/// Finds names that are not written as words of their own: in one (<c>jakeharris09</c>), letter by letter (<c>J a k e</c>), broken
/// (<c>Har ris</c>, <c>Har-↵ris</c>), or with stars (<c>J*ke</c>).
/// </summary>
internal sealed partial class JoinedMatcher(WordIndex index, IReadOnlyCollection<Person> people)
{
    private readonly (string Form, int Entry)[] _joined = [.. people.SelectMany(person => person.Joined.Select(form => (form, person.Entry)))];
    private readonly ILookup<string, int> _handles =
        people.SelectMany(person => person.Handles.Select(form => (form, person.Entry))).ToLookup(pair => pair.form, pair => pair.Entry);

    private readonly ListWord[] _long = [.. index.All.Where(word => word.Text.Length >= 4 && word.Phrase is null or { Words.Length: 1 }).DistinctBy(word => (word.Text, word.Entry))];

    public void Find(Tokens tokens, List<Hit> hits)
    {
        Chunks(tokens.Text, hits);
        Spaced(tokens.Text, hits);
        Broken(tokens, hits);
        Starred(tokens.Text, hits);
        Humped(tokens, hits);
    }

    private void Chunks(Folded text, List<Hit> hits)
    {
        foreach (var match in Chunk().EnumerateMatches(text.Lower))
        {
            var chunk = text.Lower.AsSpan(match.Index, match.Length);
            var isHandle = chunk.IndexOfAnyInRange('0', '9') >= 0 || chunk.IndexOfAny("_@$") >= 0 || (match.Index > 0 && text.Lower[match.Index - 1] is '@' or '#');
            var whole = chunk.ToString();
            foreach (var letters in isHandle ? Readings(whole) : [Letters(whole)])
            {
                foreach (var (form, entry) in _joined)
                {
                    if (letters.Contains(form, StringComparison.Ordinal))
                    {
                        hits.Add(new Hit(FindingKind.Name, match.Index, match.Length, "written in one", entry));
                    }
                }
            }

            foreach (var segment in whole.Split('.', '_', '@', '-'))
            {
                foreach (var entry in _handles[segment.Trim([.. "0123456789"])])
                {
                    hits.Add(new Hit(FindingKind.Name, match.Index, match.Length, "written in one", entry));
                }
            }

            if (isHandle && !whole.All(each => char.IsDigit(each) || each is '.' or '-'))
            {
                var letters = Readings(whole).ToArray();
                foreach (var word in _long.Where(word => !word.NeedsCapital && Array.Exists(letters, each => each.Contains(word.Text, StringComparison.Ordinal))))
                {
                    hits.Add(new Hit(word.Phrase?.Kind ?? FindingKind.Name, match.Index, match.Length, "part of a longer word", word.Entry));
                }
            }
        }
    }

    private void Spaced(Folded text, List<Hit> hits)
    {
        foreach (var match in LetterByLetter().EnumerateMatches(text.Lower))
        {
            var letters = Letters(text.Lower.Substring(match.Index, match.Length));
            var word = _long.FirstOrDefault(word => letters.Contains(word.Text, StringComparison.Ordinal));
            if (word is not null || (index.Has(letters) && (word = index.All.First(each => each.Text == letters)) is { Text.Length: > 2 }))
            {
                hits.Add(new Hit(word.Phrase?.Kind ?? FindingKind.Name, match.Index, match.Length, "written letter by letter", word.Entry));
            }
        }
    }

    private void Broken(Tokens tokens, List<Hit> hits)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var gap = tokens.Gap(at);
            if (gap.Length is 0 or > 4 || gap.TrimStart(' ').TrimEnd(" \n") is not ("" or "-" or "_" or "'" or "."))
            {
                continue;
            }

            var (one, other) = (tokens[at], tokens[at + 1]);
            var joined = one.Word + other.Stem;
            if (joined.Length < 4 || !index.Has(joined))
            {
                continue;
            }

            var isLineBreak = gap.Contains('-') && gap.Contains('\n');
            var areWords = DataFiles.Words.Contains(one.Word) && DataFiles.Words.Contains(other.Stem);
            var word = index.All.First(each => each.Text == joined);
            if ((isLineBreak || !areWords || (one.HasCapital && joined.Length >= 7)) && (!word.NeedsCapital || one.HasCapital) && word.Role != WordRole.Weak)
            {
                hits.Add(new Hit(word.Phrase?.Kind ?? FindingKind.Name, one.Start, other.End - one.Start, "broken in two", word.Entry));
            }
        }
    }

    private void Starred(Folded text, List<Hit> hits)
    {
        foreach (var match in Stars().EnumerateMatches(text.Lower))
        {
            var shown = text.Lower.Substring(match.Index, match.Length);
            var word = _long.FirstOrDefault(word => word.Text.Length == shown.Length && shown.AsSpan().IndexOfAny('*', '#') > 0 && shown.Count(char.IsLetter) >= 2
                && shown.Zip(word.Text).All(pair => pair.First == pair.Second || pair.First is '*' or '#'));
            if (word is not null)
            {
                hits.Add(new Hit(word.Phrase?.Kind ?? FindingKind.Name, match.Index, match.Length, "letters replaced or added", word.Entry));
            }
        }
    }

    // "JakeHarris", "theHarrisFamily": every capital letter begins a word.
    private void Humped(Tokens tokens, List<Hit> hits)
    {
        foreach (var token in tokens.All)
        {
            if (token.Shape != Shape.Mixed || token.Length != token.Word.Length)
            {
                continue;
            }

            foreach (var match in Hump().EnumerateMatches(tokens.Text.Cased.AsSpan(token.Start, token.Length)))
            {
                var part = token.Word.Substring(match.Index, match.Length);
                if (part.Length > 2 && part.Length < token.Length && index.Has(part))
                {
                    var word = index.All.First(each => each.Text == part);
                    hits.Add(new Hit(word.Phrase?.Kind ?? FindingKind.Name, token.Start, token.Length, "part of a longer word", word.Entry));
                }
            }
        }
    }

    private static IEnumerable<string> Readings(string chunk)
    {
        yield return Letters(chunk);
        yield return Letters(Spelling.Unmask(chunk, 'i'));
        yield return Letters(Spelling.Unmask(chunk, 'l'));
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            if (char.IsLetterOrDigit(each))
            {
                letters.Append(each);
            }
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"[a-z0-9@$][a-z0-9._@$!\-]{2,80}[a-z0-9$]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Chunk();

    [GeneratedRegex(@"(?<![a-z0-9])[a-z0-9]([ .\-_*·|/,]{1,3}[a-z0-9]){2,60}(?![a-z0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex LetterByLetter();

    [GeneratedRegex(@"(?<![a-z0-9*#])[a-z][a-z*#]{2,30}(?![a-z0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Stars();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Hump();
}
