using Microsoft.Extensions.Logging;

namespace Workflows.Cloud.Watch;

/// <summary>
/// Makes its rounds: what the orchestrations ought to have done is found and set going again. One round that fails does not
/// keep the others from being made.
/// </summary>
/// <param name="rounds">The rounds, in order.</param>
/// <param name="log">Takes what failed.</param>
public sealed class Watchdog(IEnumerable<IWatchRound> rounds, ILogger<Watchdog> log)
{
    /// <summary>Makes every round once.</summary>
    /// <param name="stop">Ends the work; what is left is found the next time.</param>
    /// <returns>Names of the rounds that failed; they are in the log.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken stop)
    {
        var failed = new List<string>();
        foreach (var round in rounds)
        {
            try
            {
                await round.MakeAsync(stop);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                failed.Add(round.Name);
                HostLog.RoundFailed(log, round.Name, problem);
            }
        }

        return failed;
    }
}

/// <summary>One of the watchdog's rounds. Making it twice does no more than making it once.</summary>
public interface IWatchRound
{
    /// <summary>What it looks at, in a word or two.</summary>
    string Name { get; }

    /// <summary>Makes the round.</summary>
    /// <param name="stop">Ends it; what is left is found the next time.</param>
    Task MakeAsync(CancellationToken stop);
}
