namespace Workflows.Screening.Reading;

/// <summary>All that was read of a document, and what could not be.</summary>
/// <param name="Format">What it turned out to be, for a person: <c>Word document</c>, <c>PDF</c>, <c>text</c>, <c>unknown</c>.</param>
/// <param name="Passages">What was read, in the document's order.</param>
/// <param name="Unread">What could not be read, each with why; empty where everything was.</param>
/// <param name="Pages">Number of pages, or null where the format does not say.</param>
public sealed record DocumentText(
    string Format, IReadOnlyList<Passage> Passages, IReadOnlyList<UnreadPart> Unread, int? Pages)
{
    /// <summary>Observations that are no text: that comments or changes are still inside, where and when a picture was taken.</summary>
    public IReadOnlyList<Remnant> Remnants { get; init; } = [];
}

/// <summary>A piece of a document's text: a paragraph, a line, a page, a property.</summary>
/// <param name="Text">The text, at most 20,000 characters.</param>
/// <param name="Part">What it is part of.</param>
/// <param name="Page">Page, from 1, or null where the format does not say.</param>
/// <param name="Where">Where it stands, for a person: <c>paragraph 12</c>, <c>line 4</c>, <c>property title</c>.</param>
public sealed record Passage(string Text, DocumentPart Part, int? Page, string Where)
{
    /// <summary>
    /// Number (from 0) of the passage of which this is another reading (with deleted words, without hidden ones, in another order),
    /// or null. What that one shows too is not told twice.
    /// </summary>
    public int? ReadingOf { get; init; }
}

/// <summary>Parts of a document that hold text.</summary>
public enum DocumentPart
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>A header or footer.</summary>
    HeaderOrFooter,

    /// <summary>A text box, a drawing or a chart.</summary>
    Drawing,

    /// <summary>A comment or annotation, or who wrote it.</summary>
    Comment,

    /// <summary>A tracked change: words deleted but still in the file, or who changed something.</summary>
    TrackedChange,

    /// <summary>Text that is formatted to be hidden.</summary>
    Hidden,

    /// <summary>A property of the file: title, author, company, custom ones.</summary>
    Property,

    /// <summary>A field's code, a form field, or the target of a link.</summary>
    FieldOrLink,

    /// <summary>The description of a picture.</summary>
    PictureDescription,

    /// <summary>What a picture's file says of itself.</summary>
    PictureMetadata,

    /// <summary>A file inside the file.</summary>
    Attachment,

    /// <summary>The file's name.</summary>
    FileName,
}

/// <summary>Something that could not be read.</summary>
/// <param name="Reason">Stable identifier: <c>scanned-page</c>, <c>encrypted</c>, <c>picture</c>, <c>fonts</c>, <c>format</c>, <c>limit</c>, <c>damaged</c>, <c>earlier-versions</c>.</param>
/// <param name="Page">Page, from 1, or null.</param>
/// <param name="Statement">One sentence for a person; names nothing of the document's content.</param>
/// <param name="Mark">Recognises the same unread thing in another version: a hash of it, or the statement.</param>
public sealed record UnreadPart(string Reason, int? Page, string Statement, string Mark);

/// <summary>Something left in a document beside its text.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">What it says.</param>
/// <param name="Page">Page, from 1, or null.</param>
/// <param name="Where">Where it stands, for a person.</param>
public sealed record Remnant(RemnantKind Kind, string Text, int? Page, string Where);

/// <summary>Kinds of what is left in a document beside its text.</summary>
public enum RemnantKind
{
    /// <summary>Who wrote or changed the file, or a comment in it.</summary>
    Author,

    /// <summary>Comments or tracked changes are still in the file.</summary>
    WorkingTraces,

    /// <summary>A picture says where, when, or by whom it was taken.</summary>
    PictureOrigin,
}
