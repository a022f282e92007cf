using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>When attempts at letters may begin.</summary>
public static class LetterTiming
{
    /// <summary>Whether an attempt may begin now.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static bool IsDue(LetterState letter, ReviewContext context) => DueAt(letter, context) <= context.Now;

    /// <summary>When an attempt may begin; <see cref="DateTimeOffset.MaxValue"/> where none may.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static DateTimeOffset DueAt(LetterState letter, ReviewContext context) => letter.Status switch
    {
        LetterStatus.Intended => letter.IntendedAt,
        LetterStatus.Waiting => letter.RetryAt!.Value,
        LetterStatus.Attempted => letter.AttemptedAt!.Value + context.AttemptLease,
        _ => DateTimeOffset.MaxValue,
    };
}
