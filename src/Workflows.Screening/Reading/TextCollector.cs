using System.Security.Cryptography;

namespace Workflows.Screening.Reading;

/// <summary>Gathers what is read of a document, within the limits.</summary>
internal sealed class TextCollector(int nesting)
{
    private readonly List<Passage> _passages = [];
    private readonly List<UnreadPart> _unread = [];
    private readonly List<Remnant> _remnants = [];
    private readonly HashSet<string> _marks = [];
    private readonly HashSet<string> _pictures = [];
    private int _characters;
    private bool _isFull;

    /// <summary>How many documents this one lies in.</summary>
    public int Nesting { get; } = nesting;

    public string? Within { get; init; }

    public int Count => _passages.Count;

    /// <summary>Adds a passage; answers its number, or null where there was nothing in it.</summary>
    public int? Add(string text, DocumentPart part, int? page, string where, int? readingOf = null)
    {
        int? first = null;
        for (var at = 0; at < text.Length;)
        {
            var length = Cut(text, at);
            var piece = text.Substring(at, length);
            at += length;
            if (string.IsNullOrWhiteSpace(piece))
            {
                continue;
            }

            if (_passages.Count >= ReadingLimits.Passages || _characters + piece.Length > ReadingLimits.Characters)
            {
                Full();
                return first;
            }

            _characters += piece.Length;
            first ??= _passages.Count;
            _passages.Add(new Passage(piece, part, page, Within is null ? where : $"{Within}, {where}") { ReadingOf = readingOf });
        }

        return first;
    }

    public void CannotRead(string reason, int? page, string statement, string? mark = null)
    {
        var said = Within is null ? statement : $"In {Within}: {statement}";
        var key = $"{reason}|{mark ?? said}";
        if (_unread.Count < 1_000 && _marks.Add(key))
        {
            _unread.Add(new UnreadPart(reason, page, said, key));
        }
    }

    /// <summary>Adds what is left in the document beside its text, once.</summary>
    public void Leaves(RemnantKind kind, string text, int? page, string where)
    {
        var said = text.Length > 400 ? text[..400] : text;
        if (_remnants.Count < 1_000 && _marks.Add($"{kind}|{said}|{where}"))
        {
            _remnants.Add(new Remnant(kind, said, page, Within is null ? where : $"{Within}, {where}"));
        }
    }

    /// <summary>Whether a picture is met for the first time; one that stands on every page is told once.</summary>
    public bool IsNewPicture(ReadOnlySpan<byte> bytes, out string hash)
    {
        hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return _pictures.Add(hash);
    }

    public void Take(DocumentText inner)
    {
        foreach (var passage in inner.Passages)
        {
            // What lies in another reading of an inner document stays tied to it.
            Add(passage.Text, DocumentPart.Attachment, passage.Page, passage.Where);
        }

        foreach (var part in inner.Unread)
        {
            CannotRead(part.Reason, part.Page, part.Statement, part.Mark);
        }

        foreach (var remnant in inner.Remnants)
        {
            Leaves(remnant.Kind, remnant.Text, remnant.Page, remnant.Where);
        }
    }

    public DocumentText Text(string format, int? pages) => new(format, _passages, _unread, pages) { Remnants = _remnants };

    private void Full()
    {
        if (!_isFull)
        {
            _isFull = true;
            CannotRead("limit", page: null, $"It holds more than {ReadingLimits.Characters:N0} characters; what comes after them was not read.");
        }
    }

    // At the end of a line or word, so that no detail is cut in two.
    private static int Cut(string text, int at)
    {
        var left = text.Length - at;
        if (left <= ReadingLimits.PassageCharacters)
        {
            return left;
        }

        var line = text.LastIndexOf('\n', at + ReadingLimits.PassageCharacters - 1, ReadingLimits.PassageCharacters / 2);
        var stop = line >= 0 ? line : text.LastIndexOf(". ", at + ReadingLimits.PassageCharacters - 1, ReadingLimits.PassageCharacters / 2, StringComparison.Ordinal);
        stop = stop >= 0 ? stop : text.LastIndexOf(' ', at + ReadingLimits.PassageCharacters - 1, ReadingLimits.PassageCharacters / 2);
        return stop >= 0 ? stop + 1 - at : ReadingLimits.PassageCharacters;
    }
}
