using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters.Forms;
using Workflows.Reviews.Letters.Steps;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Letters;

/// <summary>
/// Writes letters in plain English. A letter says which case (by its reference), which step, by when, under which rule, what
/// follows and where to go; never what anybody typed (answers, notes, reasons, agencies, file names) nor anybody's name.
/// Pure: the same state on the same day gives the same letter.
/// </summary>
internal static class LetterWriter
{
    /// <summary>Writes a letter.</summary>
    /// <param name="review">The review.</param>
    /// <param name="state">Its state now: what has been done since the letter was intended is left out of it.</param>
    /// <param name="definition">The definition under which it runs.</param>
    /// <param name="letter">The letter, one of the state's.</param>
    /// <param name="directory">The directory now.</param>
    /// <param name="options">The service's address and name.</param>
    /// <param name="link">The address that the letter leads to.</param>
    /// <param name="calendar">The working calendar, to say how many working days something is overdue.</param>
    /// <param name="today">The present day, Europe/London.</param>
    /// <param name="attempt">Which attempt this is, from 1.</param>
    /// <returns>The letter, or why there is nobody to send it to.</returns>
    public static LetterDraft Write(
        ReviewId review, ReviewState state, ProcessDefinition definition, LetterState letter, DirectorySnapshot directory,
        LetterOptions options, Uri link, WorkingCalendar calendar, DateOnly today, int attempt)
    {
        if (directory.AddressOf(letter.To) is not { } address)
        {
            return new LetterDraft.NobodyToSendTo(WhyNobody(letter.To, definition));
        }

        var matter = new Matter(review, state, definition, letter, directory, options, link, calendar, today);
        var steps = StepFinder.Find(matter);
        var page = PageMaker.Make(matter, steps);
        return new LetterDraft.Ready(new OutgoingLetter
        {
            Key = $"{review}/{letter.Id}",
            Review = review,
            Kind = NameOf(letter.Kind),
            To = [address],
            Subject = SubjectLine.Of(matter, steps),
            Text = TextForm.Write(page),
            Html = HtmlForm.Write(page),
            Calendar = CalendarForm.Write(matter, steps),
            Attempt = attempt,
            PersonAskedAgain = letter.PersonAskedAgain,
        });
    }

    /// <summary>What a kind of letter is called outside the journal, for example <c>approval-request</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(LetterKind kind) => kind switch
    {
        LetterKind.Request => "request",
        LetterKind.ApprovalRequest => "approval-request",
        LetterKind.Reminder => "reminder",
        LetterKind.DelayNotice => "delay-notice",
        _ => "notice",
    };

    private static string WhyNobody(string to, ProcessDefinition definition) =>
        definition.Roles.TryGetValue(to, out var role) ? $"Nobody holds the role '{role}'. Give it to somebody in the directory, then send the letter again."
        : definition.Bodies.TryGetValue(to, out var body) ? $"The directory has no address of the body '{body}'. Add it, then send the letter again."
        : "The person it is addressed to is no longer in the directory. Somebody else must be told.";
}
