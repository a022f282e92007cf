namespace Workflows.Cloud.Turns;

/// <summary>What a turn of an orchestration can do. Each step is kept in the orchestration's history, and replayed from it.</summary>
public interface ITurnSteps
{
    /// <summary>Wakes the review; null where that failed and may be tried again.</summary>
    Task<WakeAnswer?> WakeAsync();

    /// <summary>Takes all tellings that the review has changed, as many as have come; false where none has.</summary>
    bool TakeChanges();

    /// <summary>Waits until a while has passed, or until it is told that the review has changed.</summary>
    /// <param name="wait">The longest wait.</param>
    Task WaitAsync(TimeSpan wait);

    /// <summary>Ends this turn and begins the next, with an empty history.</summary>
    /// <param name="memory">What the next turn is to know.</param>
    void Again(TurnMemory memory);
}

/// <summary>What a wake answered.</summary>
/// <param name="Wait">
/// How long until the review is next due; zero or less where it is due still; null where it never is again. A duration, not an
/// instant: the engine's clock and that of the orchestration need not agree.
/// </param>
public sealed record WakeAnswer(TimeSpan? Wait);

/// <summary>What one turn tells the next: nothing about the review.</summary>
/// <param name="Failures">Wakes in a row that failed, or left something due.</param>
public sealed record TurnMemory(int Failures = 0);
