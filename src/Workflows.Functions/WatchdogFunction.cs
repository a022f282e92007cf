using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Cloud;

namespace Workflows.Functions;

/// <summary>The watchdog: looks at fixed times for what the orchestrations ought to have done.</summary>
/// <param name="host">Has the watchdog.</param>
/// <param name="instances">The orchestrations it sees to.</param>
public sealed class WatchdogFunction(CloudHost host, DurableInstances instances)
{
    /// <summary>Makes the watchdog's rounds.</summary>
    /// <param name="timer">The timer, on the schedule of the setting.</param>
    /// <param name="client">The orchestrations.</param>
    /// <param name="stop">Ends the work when the host stops.</param>
    [Function("Watchdog")]
    public Task RunAsync(
        [TimerTrigger("%WatchdogSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        instances.Reach(client);
        return host.Watchdog.LookAsync(stop);
    }
}
