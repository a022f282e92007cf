using System.Text;
using System.Xml;

namespace Workflows.Screening.Reading.Office;

/// <summary>
/// Reads one XML part by the names of its elements, which Word's own language shares with that of drawings and charts. Text outside
/// paragraphs is read too, so that a part of another kind hides nothing.
/// </summary>
internal sealed class WordPartReader(string name, byte[] part, TextCollector into)
{
    private readonly Stack<ParagraphText> _paragraphs = new();
    private readonly Stack<bool> _hiddenRuns = new();
    private readonly Stack<(StringBuilder Text, int First)> _rows = new();
    private readonly HashSet<string> _chosen = [];
    private readonly StringBuilder _loose = new();
    private readonly StringBuilder _code = new();
    private readonly bool _hasRenderedBreaks = part.AsSpan().IndexOf("lastRenderedPageBreak"u8) >= 0;
    private readonly PartKind _kind = new(name);
    private int _deleted;
    private int _inserted;
    private int _boxes;
    private int _tables;
    private int _choices;
    private int _fallbacks;
    private int _properties;
    private int _number;
    private int _page = 1;
    private readonly bool _hasBreaks = part.AsSpan().IndexOf("type=\"page\""u8) >= 0 || part.AsSpan().IndexOf("pageBreakBefore"u8) >= 0;

    /// <summary>Reads the part; answers how many pages it has, where it says so.</summary>
    public int? Read(CancellationToken stop)
    {
        using var reader = Xml.Open(part);
        var open = new Stack<string>();
        var nodes = 0;
        while (reader.Advance())
        {
            if ((++nodes & 0xFFFF) == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (element, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
                    if (reader.HasAttributes)
                    {
                        AttributeReader.Read(reader, _kind, into);
                    }

                    Open(element, reader, isEmpty);
                    if (isEmpty)
                    {
                        Close(element);
                    }
                    else
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Text(open.TryPeek(out var around) ? around : "", reader.Value);
                    break;
                case XmlNodeType.Whitespace when open.TryPeek(out var holder) && holder is "t" or "delText":
                    Text(open.Peek(), reader.Value);
                    break;
                case XmlNodeType.Comment:
                    into.Add(reader.Value, DocumentPart.Hidden, page: null, "a note in the file's code");
                    break;
                case XmlNodeType.EndElement:
                    Close(open.Pop());
                    break;
            }
        }

        Loose();
        return _kind.IsMain && (_hasBreaks || _hasRenderedBreaks) ? _page : null;
    }

    private void Open(string element, XmlReader reader, bool isEmpty)
    {
        switch (element)
        {
            case "p" or "h":
                _paragraphs.Push(new ParagraphText());
                break;
            case "r":
                _hiddenRuns.Push(_paragraphs.TryPeek(out var around) && around.IsHiddenRun);
                Hide(false);
                break;
            case "pPr" or "tcPr" or "trPr" or "tblPr":
                _properties++;
                break;
            case "vanish" or "webHidden" or "specVanish" when _properties == 0 && AttributeReader.IsOn(reader):
                Hide(true);
                break;
            case "del" or "moveFrom" when !isEmpty:
                _deleted++;
                break;
            case "ins" or "moveTo" when !isEmpty:
                _inserted++;
                break;
            case "txbxContent" or "txBody":
                _boxes++;
                break;
            case "tbl":
                _tables++;
                break;
            case "tr":
                _rows.Push((new StringBuilder(), into.Count));
                break;
            case "Choice":
                _choices++;
                break;
            case "Fallback":
                _fallbacks++;
                _paragraphs.Push(new ParagraphText());
                break;
            case "tab" or "ptab" or "s" when _properties == 0:
                Append(" ");
                break;
            case "br" or "cr" or "line-break":
                Append("\n");
                Break(!_hasRenderedBreaks && AttributeReader.Of(reader, "type") == "page");
                break;
            case "lastRenderedPageBreak":
                Break(true);
                break;
            case "pageBreakBefore" when !_hasRenderedBreaks && AttributeReader.IsOn(reader):
                Break(true);
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym" when int.TryParse(AttributeReader.Of(reader, "char"), System.Globalization.NumberStyles.HexNumber, null, out var code):
                // Symbol fonts keep their letters in the private area.
                Append(((char)(code >= 0xF000 ? code - 0xF000 : code)).ToString());
                break;
        }
    }

    private void Close(string element)
    {
        switch (element)
        {
            case "p" or "h":
                End(_paragraphs.Pop());
                break;
            case "r":
                Hide(_hiddenRuns.Count > 0 && _hiddenRuns.Pop());
                break;
            case "pPr" or "tcPr" or "trPr" or "tblPr":
                _properties--;
                break;
            case "del" or "moveFrom" when _deleted > 0:
                _deleted--;
                break;
            case "ins" or "moveTo" when _inserted > 0:
                _inserted--;
                break;
            case "txbxContent" or "txBody":
                _boxes--;
                break;
            case "tbl":
                _tables--;
                break;
            case "tr":
                var (row, first) = _rows.Pop();
                into.Add(row.ToString(), DocumentPart.Table, Page, $"{_kind.Name} row", into.Count > first ? first : null);
                break;
            case "Choice":
                _choices--;
                break;
            case "Fallback":
                _fallbacks--;
                End(_paragraphs.Pop());
                break;
            case "instrText" or "delInstrText":
                into.Add(_code.ToString(), DocumentPart.FieldOrLink, Page, "code of a field");
                _code.Clear();
                break;
            case "si" or "v" or "text" or "desc" or "title" or "span" when _paragraphs.Count == 0:
                Loose();
                break;
            default:
                if (_paragraphs.Count == 0 && _loose.Length > 0)
                {
                    _loose.Append(' ');
                }

                break;
        }
    }

    private int? Page => _kind.IsMain && (_hasBreaks || _hasRenderedBreaks) ? _page : null;

    private void Text(string element, string text)
    {
        if (element is "instrText" or "delInstrText")
        {
            _code.Append(text);
        }
        else if (element is not ("posOffset" or "align" or "pctWidth" or "pctHeight" or "pctPosHOffset" or "pctPosVOffset" or "f" or "formatCode"))
        {
            Append(text);
        }
    }

    private void Append(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Add(text, _deleted > 0, _inserted > 0);
        }
        else if (text.Trim().Length > 0)
        {
            _loose.Append(text);
        }
    }

    private void Hide(bool hide)
    {
        if (_paragraphs.TryPeek(out var paragraph))
        {
            paragraph.IsHiddenRun = hide;
        }
    }

    private void Break(bool isPage)
    {
        if (isPage && _kind.IsMain)
        {
            _page++;
        }
    }

    private void Loose()
    {
        into.Add(_loose.ToString(), _kind.Part, page: null, _kind.Name);
        _loose.Clear();
    }

    private void End(ParagraphText paragraph)
    {
        var text = paragraph.Current;
        if (_fallbacks > 0 && _chosen.Contains(text))
        {
            return;
        }

        if (_choices > 0)
        {
            _chosen.Add(text);
        }

        var kind = _boxes > 0 ? DocumentPart.Drawing : _tables > 0 && _kind.Part == DocumentPart.Body ? DocumentPart.Table : _kind.Part;
        paragraph.AddTo(into, kind, Page, $"{_kind.Name} paragraph {++_number}");
        if (_rows.TryPeek(out var row) && row.Text.Length < ReadingLimits.PassageCharacters / 2)
        {
            row.Text.Append(text).Append(' ');
        }
    }
}
