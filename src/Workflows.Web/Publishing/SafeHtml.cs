using System.Text;
using System.Text.Encodings.Web;

namespace Workflows.Web.Publishing;

/// <summary>
/// Writes HTML in which nothing of a document's own mark-up can appear: tags are these methods' alone, and all text is encoded.
/// </summary>
internal sealed class SafeHtml
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
    private readonly StringBuilder _html = new();
    private readonly List<(int Level, string Id, string Text)> _headings = [];
    private int _level = 1;

    /// <summary>Text, encoded.</summary>
    public SafeHtml Text(string text)
    {
        _html.Append(s_encoder.Encode(text));
        return this;
    }

    /// <summary>Mark-up that this program wrote.</summary>
    public SafeHtml Tag(string tag)
    {
        _html.Append(tag);
        return this;
    }

    /// <summary>A heading below the page's own; a level that would be left out is not.</summary>
    /// <param name="level">Level in the document, from 1.</param>
    /// <param name="text">Its text.</param>
    public SafeHtml Heading(int level, string text)
    {
        _level = Math.Min(Math.Min(level + 1, _level + 1), 6);
        var id = $"section-{_headings.Count + 1}";
        _headings.Add((_level, id, text));
        var size = _level == 2 ? "l" : _level == 3 ? "m" : "s";
        return Tag($"<h{_level} class=\"govuk-heading-{size}\" id=\"{id}\">").Text(text).Tag($"</h{_level}>\n");
    }

    /// <summary>A link out, where the address is one that can be followed safely; else the text alone.</summary>
    public SafeHtml Link(string address, Action text)
    {
        var safe = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        if (safe)
        {
            Tag("<a class=\"govuk-link\" rel=\"noopener noreferrer nofollow\" href=\"").Text(address).Tag("\">");
        }

        text();
        return safe ? Tag("</a>") : this;
    }

    /// <summary>A picture in the page itself; one without a description is said to have none.</summary>
    /// <param name="type">Media type: a raster format.</param>
    /// <param name="bytes">The picture.</param>
    /// <param name="description">Its description in the document, or null.</param>
    public SafeHtml Picture(string type, byte[] bytes, string? description)
    {
        Tag("<figure class=\"app-figure\"><img src=\"data:").Text(type).Tag(";base64,").Tag(Convert.ToBase64String(bytes)).Tag("\" alt=\"")
            .Text(description ?? "Picture without a description").Tag("\">");
        if (description is null)
        {
            Tag("<figcaption class=\"govuk-body-s\">The document gives no description of this picture.</figcaption>");
        }

        return Tag("</figure>\n");
    }

    /// <summary>All that was written, after a list of the sections where there are several.</summary>
    public string Whole()
    {
        var sections = _headings.Where(heading => heading.Level <= 3).ToList();
        if (sections.Count < 3)
        {
            return _html.ToString();
        }

        var contents = new StringBuilder("<nav aria-label=\"Sections of the report\"><h2 class=\"govuk-heading-s\">Sections</h2><ul class=\"govuk-list\">\n");
        foreach (var (_, id, text) in sections)
        {
            contents.Append("<li><a class=\"govuk-link\" href=\"#").Append(id).Append("\">").Append(s_encoder.Encode(text)).Append("</a></li>\n");
        }

        return contents.Append("</ul></nav>\n").Append(_html).ToString();
    }
}
