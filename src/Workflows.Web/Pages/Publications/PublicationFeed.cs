using System.Globalization;
using System.Text;
using System.Xml;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Pages.Publications;

/// <summary>The register as an Atom feed (RFC 4287).</summary>
internal static class PublicationFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 50;

    public static string Write(IReadOnlyList<Publication> items, string origin, string service, Func<Publication, string> partnership)
    {
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, $"{origin}/publications");
            xml.WriteElementString("title", Atom, $"Publications – {service}");
            xml.WriteElementString("updated", Atom, Instant(items.Count == 0 ? new DateOnly(2000, 1, 1) : items.Max(item => item.PublishedOn)));
            Link(xml, "self", $"{origin}/publications/feed");
            Link(xml, "alternate", $"{origin}/publications");
            foreach (var item in items.Take(MostEntries))
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("id", Atom, $"{origin}/publications/{item.Id}");
                xml.WriteElementString("title", Atom, item.Title);
                xml.WriteElementString("updated", Atom, Instant(item.PublishedOn));
                Link(xml, "alternate", $"{origin}/publications/{item.Id}");
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, partnership(item));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    // A text writer says of itself that it writes UTF-16, which the declaration would repeat.
    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
