using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Cloud;
using Workflows.Cloud.Turns;

namespace Workflows.Functions;

/// <summary>The activity of a review's orchestration.</summary>
/// <param name="host">Wakes reviews.</param>
/// <param name="instances">Tells the orchestrations of other reviews that a wake opens or changes.</param>
public sealed class WakeFunction(CloudHost host, DurableInstances instances)
{
    /// <summary>Name of the activity.</summary>
    public const string Name = "Wake";

    /// <summary>Wakes a review.</summary>
    /// <param name="review">Its identifier.</param>
    /// <param name="client">The orchestrations.</param>
    /// <param name="stop">Ends the work when the host stops.</param>
    [Function(Name)]
    public Task<WakeAnswer> RunAsync(
        [ActivityTrigger] string review, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        instances.Reach(client);
        return host.Wake.RunAsync(review, stop);
    }
}
