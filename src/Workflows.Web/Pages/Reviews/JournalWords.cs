using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Web.Pages.Keeping;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Publications;
using Workflows.Web.Pages.Screening;

namespace Workflows.Web.Pages.Reviews;

/// <summary>Entries of a journal in plain words.</summary>
internal static class JournalWords
{
    public static string Of(ReviewEvent happened, ReviewView view) => happened switch
    {
        ReviewOpened opened => $"The review was opened under {opened.Process}@{opened.Version}.",
        StageEntered stage => $"The stage ‘{view.Definition.Stages.FirstOrDefault(each => each.Id == stage.Stage)?.Title ?? stage.Stage}’ began.",
        ReviewClosed => "The review was closed.",
        ReviewWithdrawn withdrawn => With("The review was withdrawn.", withdrawn.Reason),
        FactCorrected corrected => With($"The answer to ‘{view.FactOf(corrected.Fact)?.Ask ?? corrected.Fact}’ was corrected to: {Answer(corrected, view)}.", corrected.Reason),
        DocumentPublished published => $"{view.TitleOf(published.Document)}, version {published.DocumentVersion}, became public.",
        PublicationWithdrawn => "A publication was taken from the public register.",
        StartIntended or StartAnswered or StartFailed or StartDropped or ReviewLinked or ReviewUnlinked or LinkTold or LinkedReviewEnded
            or MoveProposed or MoveRejected or DefinitionMoved => LinkJournalWords.Of(happened),
        LetterIntended or LetterAttempted or LetterConfirmed or LetterFailed or LetterAmbiguous or LetterCancelled
            or LetterResendAsked or LetterReturned => OfLetter(happened, view),
        DeadlineArmed or DeadlineMoved or DeadlineMet or DeadlineCancelled or DelayExplained or RungFired or EscalationHeld
            or EscalationReleased => OfDeadline(happened, view),
        ReviewerAppointed appointed => With($"{view.NameOf(appointed.Reviewer)} was appointed as a reviewer.", appointed.Note),
        ReviewerConflictDeclared conflict => With($"A conflict of interest of {view.NameOf(conflict.Reviewer)} was declared.", conflict.What),
        ReviewerRemoved removed => With($"{view.NameOf(removed.Reviewer)} was removed as a reviewer.", removed.Reason),
        _ => KeepingWords.Of(happened) ?? PublishingWords.Of(happened) ?? LearningWords.Of(happened) ?? ScreeningWords.Of(happened, view) ?? OfItem(happened, view),
    };

    private static string OfItem(ReviewEvent happened, ReviewView view) => happened switch
    {
        ItemOpened opened => $"‘{view.TitleOf(opened.Item)}’ can be done.",
        ItemSkipped skipped => $"‘{view.TitleOf(skipped.Item)}’ is not needed.",
        ItemSettled settled => $"‘{view.TitleOf(settled.Item)}’ is settled.",
        ItemLapsed lapsed => $"‘{view.TitleOf(lapsed.Item)}’ was not done before its stage ended.{(lapsed.Gap ? " That is recorded as a gap." : "")}",
        ItemReopened reopened => $"‘{view.TitleOf(reopened.Item)}’ was opened again.",
        ItemReset reset => $"‘{view.TitleOf(reset.Item)}’ starts over.",
        TaskCompleted task => With($"Done: ‘{view.TitleOf(task.Item)}’ on {Say.Day(task.On)}.{Answers(task.Facts, task.Texts, view)}", task.Note),
        RegisterEntryAdded entry => With($"Added to ‘{view.TitleOf(entry.Item)}’.{Answers(entry.Facts, entry.Texts, view)}", entry.Note),
        DocumentStored stored => $"Handed in: ‘{view.TitleOf(stored.Item)}’, version {stored.Version}, SHA-256 {stored.Sha256}.",
        ItemUnrecorded unrecorded => $"What was done about ‘{view.TitleOf(unrecorded.Item)}’ stands in no record.",
        PastDocumentNoted noted => With($"Handed in: ‘{view.TitleOf(noted.Item)}’ on {Say.Day(noted.On)}; it is held elsewhere.{(noted.Sha256 is null ? "" : $" SHA-256 {noted.Sha256}.")}", noted.HeldAt),
        ApprovalGiven given => With($"Approved: ‘{view.TitleOf(given.Item)}’, as {view.RoleTitle(given.Role)}.", given.Note),
        ApprovalRejected rejected => With($"Rejected: ‘{view.TitleOf(rejected.Item)}’, as {view.RoleTitle(rejected.Role)}.", rejected.Reason),
        DecisionMade made => With($"Decided: ‘{view.TitleOf(made.Item)}’: {Outcome(made, view)}.{Answers(made.Facts, made.Texts, view)}", made.Rationale),
        _ => happened.GetType().Name,
    };

    private static string OfDeadline(ReviewEvent happened, ReviewView view) => happened switch
    {
        DeadlineArmed armed => $"Time limit ‘{Deadline(armed.Deadline, view)}’: due {Say.Day(armed.DueOn)}, counted from {Say.Day(armed.Anchor)}.",
        DeadlineMoved moved => With($"Time limit ‘{Deadline(moved.Deadline, view)}’ moved from {Say.Day(moved.From)} to {Say.Day(moved.To)}, because {Because(moved.Because)}.", moved.Reason),
        DeadlineMet met => $"Time limit ‘{Deadline(met.Deadline, view)}’: the work was done on {Say.Day(met.On)}.",
        DeadlineCancelled cancelled => $"Time limit ‘{Deadline(cancelled.Deadline, view)}’ no longer applies.",
        DelayExplained explained => With($"A reason was recorded for the delay of ‘{Deadline(explained.Deadline, view)}’.", explained.Reason),
        RungFired fired => $"{(fired.Escalates ? "Escalated" : "A reminder fell due")}: ‘{Deadline(fired.Deadline, view)}’.",
        EscalationHeld held => $"A delay notice about ‘{Deadline(held.Deadline, view)}’ waits for release until {Say.Day(held.GoesOn)}.",
        _ => "A delay notice goes out.",
    };

    private static string OfLetter(ReviewEvent happened, ReviewView view) => happened switch
    {
        LetterIntended letter => $"Letter {Number(letter.Letter)} is to be sent to {view.NameOf(letter.To)}: {ReviewLetters.Kind(letter.Kind)}.",
        LetterAttempted letter => $"Letter {Number(letter.Letter)}: attempt {letter.Attempt} began.",
        LetterConfirmed letter => $"Letter {Number(letter.Letter)} was sent.",
        LetterFailed letter => $"Letter {Number(letter.Letter)} was not sent: {letter.Reason}",
        LetterAmbiguous letter => $"It cannot be told whether letter {Number(letter.Letter)} was sent: {letter.Reason}",
        LetterCancelled letter => $"Letter {Number(letter.Letter)} is not needed any more.",
        LetterResendAsked letter => With($"Letter {Number(letter.Letter)} is to be sent again.", letter.Reason),
        LetterReturned letter => $"Letter {Number(letter.Letter)} came back: {letter.Reason}",
        _ => happened.GetType().Name,
    };

    // `letter-55` is letter 55 to people.
    private static string Number(string letter) => letter[(letter.LastIndexOf('-') + 1)..];

    private static string Deadline(string id, ReviewView view) =>
        LimitName.IsOne(id) ? LearningWords.Limit(id) : view.State.Deadlines.TryGetValue(id, out var deadline) ? view.TitleOf(deadline) : id;

    private static string Because(MoveReason reason) => reason switch
    {
        MoveReason.AnchorCorrected => "the date it is counted from was corrected",
        MoveReason.CalendarChanged => "the working calendar changed",
        MoveReason.DefinitionMoved => "the review was moved to a newer version of its process",
        _ => "it was extended",
    };

    private static string Outcome(DecisionMade made, ReviewView view)
    {
        var definition = view.State.Items.GetValueOrDefault(made.Item) is { } item ? view.DefinitionOf(item) as DecisionDefinition : null;
        return definition?.Outcomes.FirstOrDefault(each => each.Id == made.Outcome)?.Title ?? made.Outcome;
    }

    private static string Answer(FactCorrected corrected, ReviewView view) =>
        FactAnswers.Shown(view.FactOf(corrected.Fact), corrected.Value ?? corrected.Words?.Text ?? string.Empty);

    private static string Answers(
        IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, Words> texts, ReviewView view) =>
        string.Concat(facts.Concat(texts.Select(text => KeyValuePair.Create(text.Key, text.Value.Text)))
            .Select(fact => $"\n{view.FactOf(fact.Key)?.Ask ?? fact.Key} {FactAnswers.Shown(view.FactOf(fact.Key), fact.Value)}"));

    private static string With(string sentence, Words? words) => words is { } said ? $"{sentence}\n“{said.Text}”" : sentence;
}
