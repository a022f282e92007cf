using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Commands about the identifying-details screen.</summary>
public static class DecideScreening
{
    /// <summary>Outcome that keeps all that is unanswered.</summary>
    public const string Keep = "keep";

    /// <summary>Outcome that asks for a new version.</summary>
    public const string Remove = "remove";

    // No item of a definition has a full stop in its name.
    private const string ActionPrefix = "screening.";
    private const int FindingsInEvent = 500;

    /// <summary>Those who give the case's list and answer findings: who may open or withdraw a review of this kind.</summary>
    /// <param name="definition">The review's definition.</param>
    public static IReadOnlyList<string> Managers(ProcessDefinition definition) => DecideReview.Correctors(definition);

    /// <summary>Identifier of the action by which the findings in a document are answered all at once.</summary>
    /// <param name="document">Instance of the document.</param>
    public static string ActionOf(string document) => ActionPrefix + document;

    /// <summary>The document that such an action is about.</summary>
    /// <param name="action">The action's identifier.</param>
    public static string DocumentOf(string action) => IsAction(action) ? action[ActionPrefix.Length..] : string.Empty;

    /// <summary>Whether an identifier names such an action.</summary>
    /// <param name="id">Identifier of an action, or of what a letter is about.</param>
    public static bool IsAction(string id) => id?.StartsWith(ActionPrefix, StringComparison.Ordinal) is true;

    /// <summary>Whether a person is asked about a document: something was found, and may still be published.</summary>
    /// <param name="action">The action's identifier.</param>
    /// <param name="state">The review's state.</param>
    internal static DocumentScreening? Asked(string action, ReviewState state) =>
        IsAction(action) && state.IsOpen && state.Screening.Documents.GetValueOrDefault(DocumentOf(action)) is { IsScreened: true, WaitsForVersion: false } known
            && (known.HasTooMany || known.Open.Any()) ? known : null;

    internal static Refusal? Give(Turn turn, GiveCaseList command, Caller caller)
    {
        if (Refusals.Role(Managers(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        turn.Add(new CaseListGiven(turn.State.Screening.Edition + 1, command.Paper, command.Entries, command.Sha256), actor);
        return null;
    }

    internal static Refusal? Begin(Turn turn, BeginScreening command)
    {
        if (ScreeningGate.Due(turn.State, turn.Context).FirstOrDefault(each => each.Item == command.Item) is not { } due)
        {
            return NotDue();
        }

        turn.Add(new ScreeningBegun(due.Item, due.Version, due.Attempts + 1));
        return null;
    }

    internal static Refusal? Record(Turn turn, RecordScreening command)
    {
        if (turn.State.Screening.Documents.GetValueOrDefault(command.Item) is not { IsScreened: false } known
            || known.Version != command.Version || known.List != command.List)
        {
            return NotDue();
        }

        foreach (var part in command.Details.Take(RecordScreening.MostFindings).Chunk(FindingsInEvent))
        {
            turn.Add(new DetailsFound(command.Item, command.Version, part));
        }

        turn.Add(new DocumentScreened(command.Item, command.Version, command.List, command.Found, command.Paper, command.Pages));
        if (Asked(ActionOf(command.Item), turn.State) is not null && ScreeningGate.IsAwaited(command.Item, turn.State, turn.Plan))
        {
            turn.Write(LetterKind.Request, Managers(turn.Plan.Definition), new LetterTopic(ActionOf(command.Item)));
        }

        return null;
    }

    internal static Refusal? Answer(Turn turn, AnswerFindings command, Caller caller)
    {
        if (Refusals.Role(Managers(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (turn.State.Screening.Documents.GetValueOrDefault(command.Item) is not { } known)
        {
            return new Refusal(RefusalKind.Unknown, "screening-exists", "No version of this document was screened, or it is not one that is published.");
        }

        var asked = known.Findings.Select(finding => finding.Id).ToHashSet();
        if ((!known.IsScreened
            ? Refusals.Conflict("document-is-screened", "The document is being looked through again. Look at what is found then.")
            : TextCheck.Refuse("reason", command.Reason, required: true, command.Keep ? "Say why it may stay." : "Say what is to be removed.")
            ?? (command.Findings.Count == 0 && !known.HasTooMany || !command.Findings.All(asked.Contains) ? Missing() : null)
            ?? (command.Keep && known.HasTooMany ? TooMany(known) : null)
            ?? Settled(turn, known)) is { } refusal)
        {
            return refusal;
        }

        turn.Add(new FindingsAnswered(command.Item, known.Version, [.. command.Findings.Distinct()], command.Keep, new Words(command.Reason!.Trim())), actor);
        if (!command.Keep && turn.State.Items[command.Item] is { Status: ItemStatus.Done } document)
        {
            // A version is only ever replaced after it was given back: whatever was decided on it is decided anew.
            Endings.Reopen(turn, [document.Definition]);
        }

        return null;
    }

    /// <summary>Answers all open findings at once: what the action of a client that knows nothing else does.</summary>
    internal static Refusal? Choose(Turn turn, MakeDecision command, Caller caller)
    {
        if (Asked(command.Item, turn.State) is not { } known)
        {
            return Refusals.Conflict("already-done", "Nothing that was found is without an answer.");
        }

        if (command.Outcome is not (Keep or Remove))
        {
            return Refusals.Invalid("outcome-is-offered", "outcome", $"Choose one of: {Keep}, {Remove}.");
        }

        var answer = Answer(turn, new AnswerFindings(known.Item, [.. (known.HasTooMany ? known.Findings : known.Open).Select(each => each.Id)], command.Outcome == Keep, command.Rationale), caller);
        return answer?.Fields.GetValueOrDefault("reason") is not { } problem ? answer : answer with
        {
            Rule = "rationale-is-valid", Fields = new Dictionary<string, string> { ["rationale"] = problem },
        };
    }

    internal static Refusal? Destroyed(Turn turn, RecordScreeningDestroyed command)
    {
        if (!ScreeningGate.MustDestroy(turn.State))
        {
            return Refusals.Conflict("review-has-ended", "The private papers of the screen are kept until the review has ended.");
        }

        turn.Add(new ScreeningPapersDestroyed(command.Papers, turn.State.Screening.List?.Entries ?? 0, turn.State.Screening.List?.Sha256));
        return null;
    }

    // After it is public an answer would change nothing.
    private static Refusal? Settled(Turn turn, DocumentScreening known) => ScreeningGate.IsAwaited(known.Item, turn.State, turn.Plan)
        ? null : Refusals.Conflict("identifying-details", "This document is published already, or will not be.");

    private static Refusal Missing() =>
        Refusals.Invalid("findings-are-known", "findings", "Choose among the findings in the newest version of this document.");

    private static Refusal TooMany(DocumentScreening known) => Refusals.Conflict(
        "identifying-details",
        $"There are {known.Found} findings, more than the {RecordScreening.MostFindings} that can be answered one by one. Hand in a new version with fewer.");

    private static Refusal NotDue() => Refusals.Conflict("screening-is-due", "This document is not to be screened now.");
}
