using System.Text;
using System.Xml;

namespace Workflows.Screening.Reading.Office;

/// <summary>Reads what stands beside a document's text: its properties, and where its links lead.</summary>
internal static class PropertyReader
{
    // Written by the program at every save; they tell of the file, not of the case.
    private static readonly string[] s_times = ["created", "modified", "lastPrinted", "date", "creation-date", "print-date", "TotalTime", "editing-duration"];

    private static readonly string[] s_people = ["creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by"];

    private static readonly string[] s_nobody =
        ["", "author", "user", "admin", "administrator", "microsoft office user", "windows user", "owner", "unknown", "python-docx", "docx", "un-named"];

    public static void Properties(byte[] part, TextCollector into)
    {
        using var reader = Xml.Open(part);
        var names = new Stack<string>();
        var text = new StringBuilder();
        while (reader.Advance())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    text.Clear();
                    var name = reader.GetAttribute("name") ?? reader.LocalName;
                    var isEmpty = reader.IsEmptyElement;
                    if (name != reader.LocalName)
                    {
                        into.Add(name, DocumentPart.Property, page: null, "name of a property");
                    }

                    if (!isEmpty)
                    {
                        names.Push(name);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    var closed = names.Pop();
                    var custom = names.Count > 1 && names.Peek() is var around && around != closed && reader.Depth > 1 ? around : closed;
                    Tell(custom, text.ToString(), into);
                    text.Clear();
                    break;
            }
        }
    }

    public static void Links(byte[] part, TextCollector into)
    {
        using var reader = Xml.Open(part);
        while (reader.Advance())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("TargetMode") == "External" && reader.GetAttribute("Target") is { } target)
            {
                into.Add(Uri.UnescapeDataString(target), DocumentPart.FieldOrLink, page: null, "target of a link");
            }
        }
    }

    /// <summary>Tells who wrote or changed something, where that is anybody.</summary>
    public static void Person(string name, DocumentPart part, string where, TextCollector into)
    {
        if (!s_nobody.Contains(name.Trim().ToLowerInvariant()))
        {
            into.Leaves(RemnantKind.Author, name.Trim(), page: null, where);
            into.Add(name, part, page: null, where);
        }
    }

    private static void Tell(string name, string value, TextCollector into)
    {
        if (s_times.Contains(name) || value.Trim().Length == 0)
        {
            return;
        }

        var where = $"property {(name.Length > 60 ? name[..60] : name)}";
        if (s_people.Contains(name))
        {
            Person(value, DocumentPart.Property, where, into);
        }
        else
        {
            into.Add(value, DocumentPart.Property, page: null, where);
        }
    }
}
