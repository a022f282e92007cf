using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>The life of a letter after it was intended.</summary>
internal static class DecideLetters
{
    public static Refusal? Begin(Turn turn, BeginLetter command)
    {
        var letter = turn.State.Letters.GetValueOrDefault(command.Letter);
        if (letter is null || !LetterTiming.IsDue(letter, turn.Context) || (letter.Attempts == 0 && Letters.IsMoot(letter, turn.State)))
        {
            return Refusals.Conflict("letter-is-due", "This letter is not to be sent now.");
        }

        turn.Add(new LetterAttempted(letter.Id, letter.Attempts + 1));
        return null;
    }

    public static Refusal? Record(Turn turn, RecordLetter command)
    {
        var letter = turn.State.Letters.GetValueOrDefault(Name(command.Result));
        var expected = command.Result is LetterReturned ? LetterStatus.Confirmed : LetterStatus.Attempted;
        if (letter is null || letter.Status != expected)
        {
            return Refusals.Conflict("letter-was-attempted", "This letter's result has been recorded.");
        }

        turn.Add(command.Result);
        if (command.Result is LetterReturned)
        {
            turn.Write(LetterKind.Reminder, [Ladders.Releaser], new LetterTopic(Item: null, Outcome: "letter-returned"));
        }

        return null;
    }

    public static Refusal? Resend(Turn turn, ResendLetter command, Caller caller)
    {
        if (!turn.State.Letters.TryGetValue(command.Letter, out var letter))
        {
            return Refusals.Unknown("letter", command.Letter);
        }

        if ((Refusals.Role(
                DecideReview.Correctors(turn.Plan.Definition), caller, turn.Plan.Definition, out var actor)
            ?? (letter.InTrouble ? null : Refusals.Conflict("letter-in-trouble", "This letter is not in trouble."))
            ?? TextCheck.Refuse("reason", command.Reason, required: false, string.Empty)) is { } refusal)
        {
            return refusal;
        }

        turn.Add(new LetterResendAsked(letter.Id, Words.From(command.Reason)), actor);
        return null;
    }

    private static string Name(ReviewEvent result) => result switch
    {
        LetterConfirmed e => e.Letter,
        LetterFailed e => e.Letter,
        LetterAmbiguous e => e.Letter,
        LetterReturned e => e.Letter,
        _ => throw new ArgumentException($"{result.GetType().Name} is no result of a letter.", nameof(result)),
    };
}
