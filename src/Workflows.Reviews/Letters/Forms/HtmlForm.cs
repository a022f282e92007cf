using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Workflows.Reviews.Letters.Forms;

/// <summary>
/// Writes a letter as simple HTML: headings, paragraphs and links, styles inline, nothing fetched from anywhere, everything
/// escaped.
/// </summary>
internal static class HtmlForm
{
    private const string Style =
        "margin:0 auto;padding:20px;max-width:38em;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#0b0c0c;background:#ffffff";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(IReadOnlyList<Block> page)
    {
        var title = page.OfType<Heading>().First().Text;
        var html = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<title>{Safe(title)}</title>\n</head>\n<body style=\"{Style}\">\n");
        foreach (var block in page)
        {
            html.Append(Of(block)).Append('\n');
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Of(Block block) => block switch
    {
        Heading { Level: 1 } heading => $"<h1 style=\"font-size:24px;line-height:1.25;margin:0 0 20px\">{Safe(heading.Text)}</h1>",
        Heading heading => $"<h2 style=\"font-size:19px;line-height:1.3;margin:30px 0 10px\">{Safe(heading.Text)}</h2>",
        Paragraph paragraph => $"<p style=\"margin:0 0 15px\">{Safe(paragraph.Text)}</p>",
        Fact fact => $"<p style=\"margin:0 0 15px\"><strong>{Safe(fact.Name)}:</strong> {Safe(fact.Value)}</p>",
        Link link => $"<p style=\"margin:0 0 15px\">{Safe(link.Text)}<br><a href=\"{Safe(link.Address)}\" style=\"color:#1d70b8\">{Safe(link.Address)}</a></p>",
        Footer footer => $"<p style=\"margin:30px 0 0;padding-top:15px;border-top:1px solid #b1b4b6;font-size:14px;color:#484949\">{Safe(footer.Text)}</p>",
        _ => throw new ArgumentException($"No HTML form of {block.GetType().Name}.", nameof(block)),
    };

    private static string Safe(string text) => Encoder.Encode(Wording.OneLine(text));
}
