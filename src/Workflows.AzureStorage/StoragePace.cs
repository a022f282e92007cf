namespace Workflows.AzureStorage;

/// <summary>How long storage is waited for, and how often a call is repeated.</summary>
internal sealed record StoragePace
{
    /// <summary>One attempt at one call, after which its answer counts as lost.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Repetitions after the first attempt.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Wait before the first repetition; it doubles each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Longer than any write can be under way: a wake that no row names by then is what a crash left over.</summary>
    public TimeSpan LeftoverAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The wait before a repetition.</summary>
    /// <param name="repetition">Which one, from 1.</param>
    public TimeSpan WaitBefore(int repetition) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(repetition - 1, 16)));
}
