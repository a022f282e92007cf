using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Screening;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Screening;

/// <summary>What the screen found, in the words of pages.</summary>
internal static class ScreeningWords
{
    private const string UnreadPrefix = "unread-";

    /// <summary>An entry of the journal in plain words; null where it is about something else.</summary>
    public static string? Of(ReviewEvent happened, ReviewView view) => happened switch
    {
        CaseListGiven given => $"The case’s list of identifying details was given, with {Counted(given.Entries, "entry", "entries")} (number {given.Edition}).",
        ScreeningIntended intended => $"‘{view.TitleOf(intended.Item)}’, version {intended.Version}, is to be looked through for identifying details.",
        ScreeningBegun begun => $"‘{view.TitleOf(begun.Item)}’, version {begun.Version}: looking through it began.",
        DetailsFound found => $"‘{view.TitleOf(found.Item)}’, version {found.Version}: {string.Join(", ", found.Details.GroupBy(each => each.Kind).Select(group => $"{Kind(group.Key)} ({group.Count()})"))}.",
        DocumentScreened screened => $"‘{view.TitleOf(screened.Item)}’, version {screened.Version}, was looked through: {Counted(screened.Found, "finding", "findings")}.",
        FindingsAnswered answered => $"‘{view.TitleOf(answered.Item)}’, version {answered.Version}: {Counted(answered.Findings.Count, "finding", "findings")} {(answered.Kept ? "kept" : "to be removed in a new version")}.\n“{answered.Reason.Text}”",
        ScreeningPapersDestroyed destroyed => $"The case’s list ({Counted(destroyed.Entries, "entry", "entries")}) and the passages that were found were destroyed{(destroyed.Sha256 is null ? "" : $"; the list’s SHA-256 was {destroyed.Sha256}")}.",
        _ => null,
    };

    /// <summary>A kind of finding.</summary>
    public static string Kind(string kind) => kind.StartsWith(UnreadPrefix, StringComparison.Ordinal) ? "Could not be read" : kind switch
    {
        "nhs-number" => "NHS number",
        "listed" => "On the case’s list",
        "email" => "E-mail address",
        "phone" => "Telephone number",
        "handle" => "Name in social media",
        "national-insurance" => "National Insurance number",
        "sibling-order" => "Place among siblings",
        "file-author" => "Author of the file",
        "working-traces" => "Comments or changes left in the file",
        "picture-origin" => "Origin of a picture",
        _ => Say.Role(kind),
    };

    /// <summary>Whether something could not be read.</summary>
    public static bool IsUnread(string kind) => kind.StartsWith(UnreadPrefix, StringComparison.Ordinal);

    /// <summary>How far a document is.</summary>
    public static (string Text, string Colour) Standing(DocumentScreening screening) => screening switch
    {
        { IsScreened: false } => ("Being looked through", "blue"),
        { IsClear: true } => ("May be published", "green"),
        { WaitsForVersion: true } => ("A new version is asked for", "yellow"),
        _ => ("Not answered", "red"),
    };

    /// <summary>What was found in a document and how much of it waits for an answer.</summary>
    public static string Counts(DocumentScreening screening)
    {
        var open = screening.HasTooMany ? screening.Found : screening.Open.Count();
        return $"{Counted(screening.Found, "finding", "findings")}{(open == 0 ? "" : open == screening.Found ? ", none with an answer" : $", {open} without an answer")}";
    }

    /// <summary>A finding in a few words: its kind and why it was found, each once.</summary>
    public static string Heading(string kind, string? says)
    {
        var title = Kind(kind);
        if (says is null || IsUnread(kind) || title.EndsWith(says, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        // Where the reason names what it is, it says more than the kind.
        return says.StartsWith("a ", StringComparison.Ordinal) || says.StartsWith("an ", StringComparison.Ordinal)
            ? $"{char.ToUpperInvariant(says[0])}{says[1..]}".Replace(": ", ", ", StringComparison.Ordinal)
            : $"{title} ({says})";
    }

    /// <summary>The name of a kind of entry of the case's list, for several.</summary>
    public static (string Title, string Hint) Kind(ListKind kind) => kind switch
    {
        ListKind.Person => ("People", "The child, relatives, staff: given names, then surname. Short forms, misspellings and initials are found by themselves."),
        ListKind.Place => ("Places and addresses", "Streets, estates, towns."),
        ListKind.School => ("Schools, nurseries and colleges", "Their full names."),
        ListKind.Practice => ("Practices, hospitals and other services", "Their full names."),
        ListKind.Number => ("Numbers", "NHS numbers, case numbers, telephone numbers."),
        ListKind.Date => ("Dates", "Of birth, of death, of the incident: 12 March 2021."),
        _ => ("Anything else", "A rare diagnosis, a nickname of the family. Found as it is written."),
    };

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
