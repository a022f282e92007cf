using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Screening.Reading;

/// <summary>Reads plain text in the encodings in use: UTF-8, UTF-16, UTF-32, Windows-1252.</summary>
internal static partial class PlainTextReader
{
    private static readonly Encoding s_windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is not null || IsUtf16(bytes) is not null)
        {
            return true;
        }

        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var odd = 0;
        foreach (var each in sample)
        {
            odd += each < 32 && each is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }

        return odd * 100 < sample.Length;
    }

    public static DocumentText Read(ReadOnlySpan<byte> bytes, TextCollector into)
    {
        if (bytes.Length > ReadingLimits.PartBytes)
        {
            into.CannotRead("limit", page: null, $"It is longer than {ReadingLimits.PartBytes / (1024 * 1024)} MB; what comes after that was not read.");
            bytes = bytes[..(int)ReadingLimits.PartBytes];
        }

        var text = Decode(bytes);
        var pages = text.Split('\f');
        var line = 1;
        for (var page = 0; page < pages.Length; page++)
        {
            line = Paragraphs(pages[page], pages.Length > 1 ? page + 1 : null, line, into);
        }

        if (Tag().Count(text) >= 3)
        {
            // As a browser shows it, so that a tag within a name hides nothing.
            var shown = WebUtility.HtmlDecode(Tag().Replace(BlockTag().Replace(text, "\n"), ""));
            into.Add(shown, DocumentPart.Body, page: null, "text without its tags", readingOf: -1);
        }

        return into.Text("text", pages.Length > 1 ? pages.Length : null);
    }

    private static int Paragraphs(string page, int? number, int line, TextCollector into)
    {
        var lines = page.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var from = 0;
        while (from < lines.Length)
        {
            while (from < lines.Length && string.IsNullOrWhiteSpace(lines[from]))
            {
                from++;
            }

            var to = from;
            var size = 0;
            while (to < lines.Length && !string.IsNullOrWhiteSpace(lines[to]) && size < 4_000)
            {
                size += lines[to++].Length + 1;
            }

            if (to > from)
            {
                into.Add(string.Join('\n', lines[from..to]), DocumentPart.Body, number, $"line {line + from}");
            }

            from = Math.Max(to, from);
        }

        return line + lines.Length - 1;
    }

    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is var (encoding, mark) && encoding is not null)
        {
            return encoding.GetString(bytes[mark..]);
        }

        if (IsUtf16(bytes) is { } wide)
        {
            return wide.GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return s_windows.GetString(bytes);
        }
    }

    private static (Encoding Encoding, int Mark)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // Without a mark: English has a zero in every other byte.
    private static Encoding? IsUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 2_000) & ~1)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }

        var half = sample.Length / 2;
        return half < 2 ? null : odd > half * 7 / 10 && even < half / 10 ? Encoding.Unicode
            : even > half * 7 / 10 && odd < half / 10 ? Encoding.BigEndianUnicode : null;
    }

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,4000}?-->", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 20_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(/?(p|div|td|th|tr|li|h[1-6]|table|section|article|ul|ol)\b[^<>]{0,2000}|br\s?/?)>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 20_000)]
    private static partial Regex BlockTag();
}
