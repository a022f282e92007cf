using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of letters.</summary>
internal static class EvolveLetters
{
    public static ReviewState Apply(ReviewState state, JournalEntry entry) => entry.Event switch
    {
        LetterIntended e => Put(
            state with { ToldTo = e.Kind is LetterKind.Notice or LetterKind.DelayNotice ? state.ToldTo.Add(e.To) : state.ToldTo },
            new LetterState { Id = e.Letter, Kind = e.Kind, To = e.To, Topics = [.. e.Topics], IntendedAt = entry.At }),
        LetterAttempted e => Change(state, e.Letter, letter => letter with
        {
            Status = LetterStatus.Attempted, Attempts = e.Attempt, AttemptedAt = entry.At, RetryAt = null,
        }),
        LetterConfirmed e => Change(state, e.Letter, letter => letter with
        {
            Status = LetterStatus.Confirmed, SentAt = entry.At, Trouble = null,
        }),
        LetterFailed e => Change(state, e.Letter, letter => letter with
        {
            Status = e.RetryAt is null ? LetterStatus.Failed : LetterStatus.Waiting,
            RetryAt = e.RetryAt,
            Trouble = e.Reason,
        }),
        LetterAmbiguous e => Change(state, e.Letter, letter => letter with
        {
            Status = LetterStatus.Ambiguous, Trouble = e.Reason,
        }),
        LetterCancelled e => Change(state, e.Letter, letter => letter with { Status = LetterStatus.Cancelled }),
        LetterResendAsked e => Change(state, e.Letter, letter => letter with
        {
            Status = LetterStatus.Waiting, RetryAt = entry.At, PersonAskedAgain = true,
        }),
        LetterReturned e => Change(state, e.Letter, letter => letter with
        {
            Status = LetterStatus.Returned, Trouble = e.Reason,
        }),
        _ => throw new InvalidOperationException($"No fold for {entry.Event.GetType().Name}."),
    };

    private static ReviewState Change(ReviewState state, string id, Func<LetterState, LetterState> change) =>
        state.Letters.TryGetValue(id, out var letter) ? Put(state, change(letter)) : state;

    private static ReviewState Put(ReviewState state, LetterState letter)
    {
        var toSend = letter.Status is LetterStatus.Intended or LetterStatus.Attempted or LetterStatus.Waiting;
        return state with
        {
            Letters = state.Letters.SetItem(letter.Id, letter),
            LettersToSend = toSend ? state.LettersToSend.Add(letter.Id) : state.LettersToSend.Remove(letter.Id),
        };
    }
}
