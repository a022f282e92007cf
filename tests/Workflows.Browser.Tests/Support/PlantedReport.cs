using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Browser.Tests.Support;

/// <summary>
/// A reviewer's report as Word keeps it, with details of a child left where they are easily overlooked; and the version in which
/// they were taken out. The child, the family, the school and the surgery are made up.
/// </summary>
internal static class PlantedReport
{
    public const string Family = "Jake Michael Harris\nKelly Harris | Kelly Dawson";
    public const string School = "Oakfield Primary School";
    public const string Surgery = "Millbrook Surgery";
    public const string Born = "12 March 2019";

    /// <summary>What is found as it is written.</summary>
    public static IReadOnlyList<string> Exact { get; } = ["Jake Harris", "Oakfield", "943 476 5919", "AB1 2EF", Born, "Millbrook"];

    /// <summary>What is found though it stands otherwise on the list: misspelt, and under a name that was given up; each over several runs.</summary>
    public static IReadOnlyList<string> Variants { get; } = ["Kely Harris", "Dawson"];

    /// <summary>What identifies nobody in the case.</summary>
    public static IReadOnlyList<string> Harmless { get; } = ["01632 960001", "learning@fernshire.example"];

    /// <summary>What comes only with the second version.</summary>
    public const string Later = "6 May 2026";

    /// <summary>As it is handed in first: names in the text and in a footnote, a number in a table, an address in a comment, a birthday hidden.</summary>
    public static byte[] First() => Make(
        planted: true,
        Heading("Heading1", "What we learnt about neglect"),
        Text("For two years several services knew of the family. Jake Harris was often away from Oakfield Primary School, and nobody asked why."),
        new Paragraph([.. Runs("When ", "Ke", "ly Har", "ris", " asked for help, each service thought that another was giving it."), Note()]),
        new Paragraph([.. Runs("The chronology was written with the family."), new Run(new RunProperties(new Vanish()), Words($" He was born on {Born}."))]),
        new Paragraph(new CommentRangeStart { Id = "1" }, new Run(Words("They had moved twice.")), new CommentRangeEnd { Id = "1" }, new Run(new CommentReference { Id = "1" })),
        new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading2" }), new Run(new LastRenderedPageBreak(), Words("What each service knew"))),
        Table(["Service", "What it knew"], ["Health visiting", "Missed three appointments; NHS number 943 476 5919"], ["School", "Attendance under 60%"]),
        Contact());

    /// <summary>Without them; and with a day that did not stand in it before.</summary>
    public static byte[] Second() => Make(
        planted: false,
        Heading("Heading1", "What we learnt about neglect"),
        Text("For two years several services knew of the family. The child was often away from school, and nobody asked why."),
        new Paragraph([.. Runs("When the mother asked for help, each service thought that another was giving it."), Note()]),
        Text("The chronology was written with the family."),
        Text($"Practitioners met on {Later} to say what they had learnt."),
        Heading("Heading2", "What each service knew"),
        Table(["Service", "What it knew"], ["Health visiting", "Missed three appointments"], ["School", "Attendance under 60%"]),
        Contact());

    /// <summary>All that the parts of a Word document hold, run after run.</summary>
    public static string AllOf(byte[] document)
    {
        using var parts = new ZipArchive(new MemoryStream(document));
        return string.Concat(parts.Entries.Where(part => part.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(part =>
        {
            using var stream = part.Open();
            return XDocument.Load(stream).Root!.Value + "\n";
        }));
    }

    private static Paragraph Contact() => Text($"Questions about this report: {Harmless[0]}, {Harmless[1]}.");

    private static byte[] Make(bool planted, params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles(Style("Heading1", "heading 1"), Style("Heading2", "heading 2"));
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(
                planted
                    ? new Paragraph(Runs("Notes of ", "Millbrook", " Surgery; it knew her as ", "Ms Da", "wson", "."))
                    : Text("Notes of the family’s general practice.")) { Id = 2 });
            if (planted)
            {
                main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(
                    new Comment(Text("Check: the last address was at AB1 2EF?")) { Id = "1", Author = "Reviewer" });
            }

            main.Document = new Document(new Body(body));
        }

        return stream.ToArray();
    }

    private static Style Style(string id, string name) => new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };

    private static Paragraph Heading(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(Words(text)));

    private static Paragraph Text(string text) => new(new Run(Words(text)));

    private static IEnumerable<OpenXmlElement> Runs(params string[] parts) => parts.Select(part => new Run(Words(part)));

    private static Run Note() => new(new FootnoteReference { Id = 2 });

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Table Table(params string[][] rows) => new([
        new TableProperties(new TableLook { FirstRow = true, FirstColumn = true }),
        .. rows.Select(row => new TableRow(row.Select(cell => new TableCell(Text(cell))))),
    ]);
}
