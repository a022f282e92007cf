using System.Xml;

namespace Workflows.Screening.Reading.Office;

/// <summary>Reads the attributes that hold words: descriptions of pictures, authors, form fields, bookmarks, variables.</summary>
internal static class AttributeReader
{
    public static bool IsOn(XmlReader reader) => Of(reader, "val") is not ("0" or "false" or "off" or "none");

    /// <summary>The value of an attribute by its local name, or null.</summary>
    public static string? Of(XmlReader reader, string name)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                value = reader.Value;
                break;
            }
        }

        reader.MoveToElement();
        return value;
    }

    public static void Read(XmlReader reader, PartKind kind, TextCollector into)
    {
        if (!kind.HoldsText)
        {
            return;
        }

        var element = reader.LocalName;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            Read(element, reader.LocalName, reader.Value, kind, into);
        }

        reader.MoveToElement();
        switch (element)
        {
            case "comment" or "annotation" when kind.Part == DocumentPart.Comment:
                into.Leaves(RemnantKind.WorkingTraces, "Comments are still in the file.", page: null, "comments");
                break;
            case "del" or "ins" or "moveFrom" or "moveTo" when Of(reader, "author") is not null:
                into.Leaves(RemnantKind.WorkingTraces, "Tracked changes are still in the file.", page: null, "tracked changes");
                break;
        }
    }

    private static void Read(string element, string name, string value, PartKind kind, TextCollector into)
    {
        if (value.Length < 2)
        {
            return;
        }

        switch (name)
        {
            case "descr" or "alt" or "title" or "tooltip" or "string" or "label":
                into.Add(value, DocumentPart.PictureDescription, page: null, "description of a picture or link");
                break;
            case "name" when element is "docPr" or "cNvPr" or "docVar" or "bookmarkStart" or "sheet" or "property":
                if (!value.StartsWith('_'))
                {
                    into.Add(value, DocumentPart.FieldOrLink, page: null, "name of a picture, bookmark or variable");
                }

                break;
            case "author":
                PropertyReader.Person(
                    value, kind.Part == DocumentPart.Comment ? DocumentPart.Comment : DocumentPart.TrackedChange,
                    kind.Part == DocumentPart.Comment ? "author of a comment" : "author of a tracked change", into);
                break;
            case "initials" or "userId":
                into.Add(value, DocumentPart.Comment, page: null, "author of a comment");
                break;
            case "instr" or "anchor" or "displayText" or "href":
                if (!value.StartsWith('_'))
                {
                    into.Add(value, DocumentPart.FieldOrLink, page: null, "field or link");
                }

                break;
            case "val" when element is "alias" or "tag" or "docVar" or "statusText" or "helpText" or "default" or "placeholder" or "query" or "connectString":
                into.Add(value, DocumentPart.FieldOrLink, page: null, "form field or variable");
                break;
            case "value" when element is "listItem" or "listEntry" or "item":
                into.Add(value, DocumentPart.FieldOrLink, page: null, "choice of a form field");
                break;
        }
    }
}
