using System.Text;

namespace Workflows.Web.Publishing;

/// <summary>Plain text as a page: paragraphs at empty lines, lists at hyphens and bullets.</summary>
internal static class PlainPage
{
    public static string Make(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var html = new SafeHtml();
        var paragraph = new List<string>();
        foreach (var line in reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Append(string.Empty))
        {
            if (line.Trim() is { Length: > 0 } text)
            {
                paragraph.Add(text);
            }
            else if (paragraph.Count > 0)
            {
                Write(html, paragraph);
                paragraph.Clear();
            }
        }

        return html.Whole();
    }

    private static void Write(SafeHtml html, List<string> lines)
    {
        if (lines.TrueForAll(IsPoint))
        {
            html.Tag("<ul class=\"govuk-list govuk-list--bullet\">\n");
            lines.ForEach(line => html.Tag("<li>").Text(line[1..].Trim()).Tag("</li>\n"));
            html.Tag("</ul>\n");
            return;
        }

        html.Tag("<p class=\"govuk-body\">");
        for (var at = 0; at < lines.Count; at++)
        {
            html.Tag(at == 0 ? string.Empty : "<br>\n").Text(lines[at]);
        }

        html.Tag("</p>\n");
    }

    private static bool IsPoint(string line) => line.Length > 2 && line[0] is '-' or '•' or '*' && line[1] == ' ';
}
