namespace Workflows.Cloud.Turns;

/// <summary>
/// One turn of a review's orchestration: wake the review, wait until it is next due or has changed, begin again. The journal
/// is asked in every turn, so a telling that is lost, doubled or late loses nothing; each turn begins with an empty history.
/// Deterministic: it knows nothing but what its steps answer.
/// </summary>
public static class ReviewTurn
{
    /// <summary>
    /// Longest wait, two days: below the three days over which the orchestration engine chops a timer into several, and short
    /// enough that a telling lost without trace is made good by looking again.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Takes one turn.</summary>
    /// <param name="steps">What it can do.</param>
    /// <param name="memory">What the turn before told, or null in the first.</param>
    public static async Task RunAsync(ITurnSteps steps, TurnMemory? memory)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var failures = memory?.Failures ?? 0;
        var answer = await steps.WakeAsync();

        // What was told until here may have come after the review was read: one more look answers all of it.
        if (steps.TakeChanges())
        {
            steps.Again(new TurnMemory(IsDone(answer) ? 0 : failures));
            return;
        }

        if (answer is { Wait: null })
        {
            // Commands come one after another, and what is told to an orchestration that is just ending is thrown away by the engine: it
            // ends when nothing has been told for long.
            await steps.WaitAsync(LongestWait);
            if (steps.TakeChanges())
            {
                steps.Again(new TurnMemory());
            }

            return;
        }

        failures = IsDone(answer) ? 0 : failures + 1;
        await steps.WaitAsync(failures > 0 ? Pause(failures) : Within(answer!.Wait!.Value));
        steps.Again(new TurnMemory(failures));
    }

    private static bool IsDone(WakeAnswer? answer) =>
        answer is not null && (answer.Wait is null || answer.Wait > TimeSpan.Zero);

    private static TimeSpan Within(TimeSpan wait) =>
        wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    private static TimeSpan Pause(int failures) =>
        TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(failures - 1, 10), LongestPause.Ticks));
}
