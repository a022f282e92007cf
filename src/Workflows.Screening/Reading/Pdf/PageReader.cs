using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Workflows.Screening.Text;

namespace Workflows.Screening.Reading.Pdf;

/// <summary>
/// Reads a page in the order in which it was written and, where that differs, in the order in which it stands on the paper:
/// columns need the first, letters placed one by one the second.
/// </summary>
internal static class PageReader
{
    private const int FewWords = 20;
    private const int ManyPaths = 40;

    private static readonly ContentOrderTextExtractor.Options s_options =
        new() { ReplaceWhitespaceWithSpace = true, SeparateParagraphsWithDoubleNewline = false };

    public static void Read(Page page, TextCollector into)
    {
        var letters = page.Letters;
        var where = $"page {page.Number}";
        var pictures = page.GetImages().ToArray();
        if (letters.All(letter => string.IsNullOrWhiteSpace(letter.Value)))
        {
            Wordless(page, pictures.Length, into);
        }
        else
        {
            var written = ContentOrderTextExtractor.GetText(page, s_options);
            var first = into.Add(written, DocumentPart.Body, page.Number, where);
            var placed = Placed(letters);
            if (!SameLetters(written, placed))
            {
                into.Add(placed, DocumentPart.Body, page.Number, $"{where}, as it stands on the paper", first);
            }

            if (IsUnmapped(letters, written))
            {
                into.CannotRead(
                    "fonts", page.Number, $"Page {page.Number}: its letters are kept in a way from which the words cannot be had, at least in part.",
                    $"fonts-{page.Number}-{letters.Count}");
            }
        }

        foreach (var picture in pictures)
        {
            if (!letters.Any() && pictures.Length == 1)
            {
                // Told as a scanned page already; what the picture's file says of itself still counts.
                into.CannotRead("scanned-page", page.Number, Scanned(page), $"scanned-{page.Number}");
            }

            PictureReader.Read(picture.RawMemory, page.Number, $"on page {page.Number}", into);
        }

        foreach (var annotation in page.GetAnnotations())
        {
            if (annotation.Content is { Length: > 0 } note)
            {
                into.Add(note, DocumentPart.Comment, page.Number, $"{where}, annotation");
                into.Leaves(RemnantKind.WorkingTraces, "Annotations are still in the file.", page: null, "annotations");
            }
        }
    }

    private static string Scanned(Page page) =>
        $"Page {page.Number} is a picture without text (a scan): its words cannot be read here.";

    private static void Wordless(Page page, int pictures, TextCollector into)
    {
        if (pictures > 0)
        {
            into.CannotRead("scanned-page", page.Number, Scanned(page), $"scanned-{page.Number}");
        }
        else if (page.Paths.Count > ManyPaths)
        {
            into.CannotRead(
                "scanned-page", page.Number, $"Page {page.Number} is drawn without text: words in the drawing cannot be read here.",
                $"drawn-{page.Number}-{page.Paths.Count}");
        }
    }

    private static string Placed(IReadOnlyList<Letter> letters)
    {
        var upright = letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.Value.Length > 0).ToList();
        var text = new StringBuilder(upright.Count);
        var line = new List<Letter>();
        foreach (var letter in upright.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            var height = Math.Max(letter.PointSize, 1);
            if (line.Count > 0 && line[0].StartBaseLine.Y - letter.StartBaseLine.Y > height * 0.35)
            {
                Line(line, text);
            }

            line.Add(letter);
        }

        Line(line, text);
        return text.ToString();
    }

    private static void Line(List<Letter> line, StringBuilder text)
    {
        Letter? last = null;
        foreach (var letter in line.OrderBy(letter => letter.StartBaseLine.X))
        {
            if (last is not null && letter.Value == last.Value && Math.Abs(letter.StartBaseLine.X - last.StartBaseLine.X) < last.PointSize * 0.12)
            {
                continue; // The same letter twice in one place: bold by printing it double.
            }

            if (last is not null && letter.StartBaseLine.X - last.EndBaseLine.X > Math.Max(last.PointSize, 1) * 0.16)
            {
                text.Append(' ');
            }

            text.Append(letter.Value);
            last = letter;
        }

        text.Append('\n');
        line.Clear();
    }

    private static bool SameLetters(string one, string other)
    {
        static IEnumerable<char> Of(string text) => text.Where(each => !char.IsWhiteSpace(each));
        return Of(one).SequenceEqual(Of(other));
    }

    private static bool IsUnmapped(IReadOnlyList<Letter> letters, string text)
    {
        var odd = letters.Count(letter => letter.Value.Any(each => each == '\uFFFD' || char.GetUnicodeCategory(each) is
            System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned)
            || (letter.Value.Length > 0 && letter.Value[0] < ' ' && letter.Value[0] is not ('\t' or '\n' or '\r')));
        if (odd * 50 > letters.Count)
        {
            return true;
        }

        var words = Tokens.Of(Folded.Of(text)).All.Where(token => token.Word.Length > 2 && token.Shape != Shape.Digits).ToArray();
        return words.Length >= FewWords
            && words.Count(token => DataFiles.Words.Contains(token.Word) || DataFiles.KnownNames.Contains(token.Word)) * 10 < words.Length * 7;
    }
}
