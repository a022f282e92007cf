using System.Globalization;
using System.Text;

namespace Workflows.Screening.Text;

/// <summary>
/// Text as a reader sees it: marks, look-alike letters and invisible characters are gone, and every character knows where it
/// stood. <see cref="Lower"/> and <see cref="Cased"/> differ in case alone.
/// </summary>
internal sealed class Folded
{
    private readonly int[] _origins;

    private Folded(string original, string cased, int[] origins)
    {
        Original = original;
        Cased = cased;
        Lower = cased.ToLowerInvariant();
        InLine = Lower.Replace('\n', ' ');
        _origins = origins;
    }

    public string Original { get; }

    public string Cased { get; }

    public string Lower { get; }

    /// <summary><see cref="Lower"/> with a space for every end of a line: what is broken there reads on.</summary>
    public string InLine { get; }

    /// <summary>Where a piece of the folded text stands in the original, with what is invisible inside it.</summary>
    public (int Start, int Length) Origin(int start, int length)
    {
        var from = _origins[start];
        var last = _origins[start + length - 1];
        var size = char.IsHighSurrogate(Original[last]) && last + 1 < Original.Length ? 2 : 1;
        return (from, last + size - from);
    }

    public static Folded Of(string text)
    {
        var cased = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var good = Rune.TryGetRuneAt(text, at, out var rune);
            var width = good ? rune.Utf16SequenceLength : 1;
            var isLineEnd = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            var seen = isLineEnd ? "" : good ? Seen(rune) : " ";
            foreach (var each in seen)
            {
                cased.Append(each);
                origins.Add(at);
            }

            at += width;
        }

        return new Folded(text, cased.ToString(), [.. origins]);
    }

    private static string Seen(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value switch
            {
                '\n' or '\r' or '\f' or '\v' => "\n",
                '`' => "'",
                < ' ' or 127 => " ",
                _ => ((char)rune.Value).ToString(),
            };
        }

        if (DataFiles.Folding.TryGetValue(rune.Value, out var plain))
        {
            return Rune.IsUpper(rune) || IsCapitalForm(rune) ? char.ToUpperInvariant(plain[0]) + plain[1..] : plain;
        }

        return rune.Value switch
        {
            0x2018 or 0x2019 or 0x201B or 0x2032 or 0x02BC or 0x02B9 or 0x00B4 or 0xFF07 or 0x055A => "'",
            0x00AD or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 => "",
            >= 0xFE00 and <= 0xFE0F => "",
            0x2028 or 0x2029 or 0x0085 => "\n",
            0x2800 => " ",
            0xFF20 or 0xFE6B => "@",
            0xFF0E or 0x2024 or 0xFE52 or 0x3002 => ".",
            0xFF3F => "_",
            0xFF0F or 0x2044 or 0x2215 => "/",
            0xFF0B => "+",
            0xFF08 => "(",
            0xFF09 => ")",
            0xFF1A => ":",
            _ => ByCategory(rune),
        };
    }

    private static string ByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned => "",
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.DashPunctuation => "-",
        UnicodeCategory.MathSymbol when rune.Value == 0x2212 => "-",
        _ => rune.IsBmp ? ((char)rune.Value).ToString() : "?",
    };

    // Full-width, mathematical and circled capitals have no case of their own.
    private static bool IsCapitalForm(Rune rune) => rune.Value switch
    {
        >= 0xFF21 and <= 0xFF3A => true,
        >= 0x24B6 and <= 0x24CF => true,
        >= 0x1F130 and <= 0x1F1FF => true,
        >= 0x1D400 and <= 0x1D6A3 => (rune.Value - 0x1D400) % 52 < 26,
        _ => false,
    };
}
