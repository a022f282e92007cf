using System.Text;

namespace Workflows.Screening.Reading.Office;

/// <summary>A paragraph while it is read: its letters, and which of them were deleted, put in, or hidden.</summary>
internal sealed class ParagraphText
{
    private const byte Deleted = 1;
    private const byte Inserted = 2;
    private const byte Hidden = 4;
    private readonly StringBuilder _text = new();
    private readonly List<byte> _marks = [];
    private byte _seen;

    public bool IsHiddenRun { get; set; }

    public void Add(string text, bool deleted, bool inserted)
    {
        var mark = (byte)((deleted ? Deleted : 0) | (inserted ? Inserted : 0) | (IsHiddenRun ? Hidden : 0));
        _seen |= text.Trim().Length > 0 ? mark : (byte)0;
        _text.Append(text);
        _marks.AddRange(Enumerable.Repeat(mark, text.Length));
    }

    /// <summary>The text as it stands now, with what is hidden.</summary>
    public string Current => Without(Deleted);

    /// <summary>Adds the paragraph, and its other readings where it has any; answers the number of the first passage.</summary>
    public int? AddTo(TextCollector into, DocumentPart part, int? page, string where)
    {
        var first = into.Add(Current, part, page, where);
        if ((_seen & Hidden) != 0)
        {
            var hidden = into.Add(Only(Hidden), DocumentPart.Hidden, page, $"{where}, hidden text", first);
            first ??= hidden;
            into.Add(Without(Deleted | Hidden), part, page, $"{where}, without hidden text", first);
        }

        if ((_seen & Deleted) != 0)
        {
            var before = into.Add(Without(Inserted), DocumentPart.TrackedChange, page, $"{where}, before a tracked change", first);
            first ??= before;
            into.Add(_text.ToString(), DocumentPart.TrackedChange, page, $"{where}, with all tracked changes", first);
        }

        return first;
    }

    private string Without(int marks) => Filter(mark => (mark & marks) == 0);

    private string Only(int marks) => Filter(mark => (mark & marks) != 0);

    private string Filter(Func<byte, bool> keep)
    {
        var kept = new StringBuilder(_text.Length);
        var at = 0;
        foreach (var chunk in _text.GetChunks())
        {
            foreach (var each in chunk.Span)
            {
                if (keep(_marks[at++]))
                {
                    kept.Append(each);
                }
            }
        }

        return kept.ToString();
    }
}
