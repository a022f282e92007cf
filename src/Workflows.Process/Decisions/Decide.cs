using Workflows.Process.Learning;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>
/// Decides what follows from a command. Pure: the same state, command, caller and context always give the same verdict. A
/// refused command changes nothing; an accepted one brings everything that follows from it.
/// </summary>
public static class Decide
{
    /// <summary>Decides on a command.</summary>
    /// <param name="state">The review's state; <see cref="ReviewState.Empty"/> for an opening.</param>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who gives it, or null where the engine does.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static Verdict On(ReviewState state, ReviewCommand command, Caller? caller, ReviewContext context)
    {
        var turn = new Turn(state, context);
        if ((Refusals.OfState(state, command) ?? Handle(turn, command, caller)) is { } refusal)
        {
            return new Verdict.Refused(refusal);
        }

        Settle.Run(turn);
        return new Verdict.Accepted(turn.Entries, turn.State);
    }

    private static Refusal? Handle(Turn turn, ReviewCommand command, Caller? caller) => command switch
    {
        Advance => null,
        BeginLetter begin => DecideLetters.Begin(turn, begin),
        RecordLetter record => DecideLetters.Record(turn, record),
        OpenReview { From: not null } started => DecideReview.Open(turn, started, caller),
        RecordStart record => DecideStarts.Record(turn, record),
        HearOfLink heard => DecideLinks.Hear(turn, heard),
        RecordTold told => DecideLinks.Told(turn, told),
        BeginDestruction begin => DecideDestruction.Begin(turn, begin),
        RecordDestruction => DecideDestruction.Record(turn),
        BeginScreening begin => DecideScreening.Begin(turn, begin),
        RecordScreening record => DecideScreening.Record(turn, record),
        RecordScreeningDestroyed destroyed => DecideScreening.Destroyed(turn, destroyed),
        _ when caller is null => throw new ArgumentNullException(nameof(caller), "A person's command names the person."),
        OpenReview open => DecideReview.Open(turn, open, caller),
        CompleteTask task => DecideItems.Complete(turn, task, caller),
        MakeDecision decision => DecideItems.Choose(turn, decision, caller),
        StoreDocument document => DecideDocuments.Store(turn, document, caller),
        GiveApproval approval => DecideApprovals.Answer(turn, approval, caller),
        CorrectFact correct => DecideReview.Correct(turn, correct, caller),
        ExtendDeadline extend => DecideDeadlines.Extend(turn, extend, caller),
        ExplainDelay explain => DecideDeadlines.Explain(turn, explain, caller),
        RecordComment comment => DecideComments.Record(turn, comment, caller),
        RepositoryCommand repository => DecideRepository.Handle(turn, repository, caller),
        KeepingCommand keeping => DecideKeeping.Handle(turn, keeping, caller),
        WithdrawReview withdraw => DecideReview.Withdraw(turn, withdraw, caller),
        ProposeMove move => DecideMoves.Propose(turn, move, caller),
        LinkReview link => DecideLinks.Link(turn, link, caller),
        UnlinkReview unlink => DecideLinks.Unlink(turn, unlink, caller),
        AppointReviewer appoint => DecideReviewers.Appoint(turn, appoint, caller),
        DeclareConflict declare => DecideReviewers.Declare(turn, declare, caller),
        RemoveReviewer remove => DecideReviewers.Remove(turn, remove, caller),
        ResendLetter resend => DecideLetters.Resend(turn, resend, caller),
        GiveCaseList list => DecideScreening.Give(turn, list, caller),
        AnswerFindings answer => DecideScreening.Answer(turn, answer, caller),
        LearningCommand learning => DecideLearning.On(turn, learning, caller),
        AnswerMarker marker => DecideQuality.Answer(turn, marker, caller),
        _ => throw new ArgumentException($"No handling of {command.GetType().Name}.", nameof(command)),
    };
}
