using System.Numerics;
using System.Text;

namespace Workflows.Screening.Text;

/// <summary>How far two words are apart, in typing errors and in sound.</summary>
internal static class Spelling
{
    /// <summary>
    /// Damerau–Levenshtein distance (letters left out, added, changed, or two exchanged), or <paramref name="most"/> + 1 where it
    /// is more than <paramref name="most"/>.
    /// </summary>
    public static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> now = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            now[0] = row;
            var least = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = one[row - 1] == other[column - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[column] + 1, now[column - 1] + 1), last[column - 1] + change);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    value = Math.Min(value, before[column - 2] + 1);
                }

                now[column] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = now;
            now = free;
        }

        return Math.Min(last[other.Length], most + 1);
    }

    /// <summary>Which letters a word has, a bit each: two words far apart here are far apart in spelling.</summary>
    public static uint Letters(string word)
    {
        var set = 0u;
        foreach (var each in word)
        {
            set |= 1u << (each is >= 'a' and <= 'z' ? each - 'a' : 26 + (each & 3));
        }

        return set;
    }

    public static bool MayBeWithin(uint one, uint other, int most) => BitOperations.PopCount(one ^ other) <= 2 * most;

    /// <summary>A word as it sounds: equal for <c>Stephen</c> and <c>Steven</c>, <c>Kaitlyn</c> and <c>Caitlin</c>.</summary>
    public static string Sound(string word)
    {
        var from = word
            .Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal)
            .Replace("qu", "kw", StringComparison.Ordinal).Replace("gh", "", StringComparison.Ordinal)
            .Replace("wh", "w", StringComparison.Ordinal).Replace("kn", "n", StringComparison.Ordinal)
            .Replace("th", "t", StringComparison.Ordinal).Replace("ah", "a", StringComparison.Ordinal)
            .Replace("ie", "i", StringComparison.Ordinal).Replace("ei", "ai", StringComparison.Ordinal)
            .Replace("ay", "ai", StringComparison.Ordinal).Replace("ey", "i", StringComparison.Ordinal)
            .Replace("ee", "i", StringComparison.Ordinal).Replace("ea", "i", StringComparison.Ordinal)
            .Replace("oo", "u", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal);
        var sound = new StringBuilder(from.Length);
        for (var at = 0; at < from.Length; at++)
        {
            var each = from[at] switch
            {
                'c' when at + 1 < from.Length && from[at + 1] is 'e' or 'i' or 'y' => 's',
                'c' when at + 1 < from.Length && from[at + 1] == 'h' => 'c',
                'c' or 'q' => 'k',
                'y' when at > 0 => 'i',
                'z' => 's',
                'v' => 'f',
                var other => other,
            };
            if (sound.Length == 0 || sound[^1] != each)
            {
                sound.Append(each);
            }
        }

        return sound.Length > 3 && sound[^1] == 'e' ? sound.ToString(0, sound.Length - 1) : sound.ToString();
    }

    /// <summary>Digits and signs that stand for letters, read as the letters; <c>1</c> as <paramref name="one"/>.</summary>
    public static string Unmask(string word, char one)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var each in word)
        {
            plain.Append(each switch
            {
                '0' => 'o', '1' or '!' or '|' => one, '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' or '+' => 't',
                '8' => 'b', '9' => 'g', '6' => 'b', '2' => 'z', _ => each,
            });
        }

        return plain.ToString();
    }
}
