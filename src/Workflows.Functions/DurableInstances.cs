using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Cloud.Keeping;
using Workflows.Reviews.Ports;

namespace Workflows.Functions;

/// <summary>
/// The orchestrations, through the client that the host hands to each function. Every function hands it on before it does anything
/// else, so that whatever is done has one.
/// </summary>
public sealed class DurableInstances : IReviewInstances
{
    private static readonly OrchestrationRuntimeStatus[] NotOver =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
    ];

    private volatile DurableTaskClient? _client;

    private DurableTaskClient Client =>
        _client ?? throw new InvalidOperationException("No function has been called yet, so there is no way to the orchestrations.");

    /// <summary>Takes the client of a function that was just called.</summary>
    /// <param name="client">The client; safe to use by several at once.</param>
    public void Reach(DurableTaskClient client) => _client = client;

    /// <inheritdoc/>
    public async Task<InstanceStanding?> FindAsync(ReviewId review, CancellationToken stop)
    {
        var found = await Client.GetInstanceAsync(review.Value, getInputsAndOutputs: true, stop);
        return found is null ? null : new InstanceStanding(StateOf(found.RuntimeStatus), TurnBegan(found));
    }

    /// <inheritdoc/>
    public async Task StartAsync(ReviewId review, CancellationToken stop)
    {
        // Without deduplication a second start replaces the running orchestration, silently.
        var options = new StartOrchestrationOptions { InstanceId = review.Value }.WithDedupeStatuses(NotOver);
        try
        {
            await Client.ScheduleNewOrchestrationInstanceAsync(ReviewOrchestration.Name, input: null, options, stop);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody else was first; that one goes on.
        }
    }

    /// <inheritdoc/>
    public Task TellAsync(ReviewId review, CancellationToken stop) =>
        Client.RaiseEventAsync(review.Value, ReviewOrchestration.Changed, eventPayload: null, stop);

    /// <inheritdoc/>
    public Task EndAsync(ReviewId review, CancellationToken stop) =>
        Client.TerminateInstanceAsync(review.Value, "Nothing was heard of it for too long; it is started anew.", stop);

    // Before its first turn a status may be missing, or be the word null.
    private static DateTimeOffset TurnBegan(OrchestrationMetadata found)
    {
        var began = found.SerializedCustomStatus is null ? null : found.ReadCustomStatusAs<DateTime?>();
        return began is { } turn ? new DateTimeOffset(DateTime.SpecifyKind(turn, DateTimeKind.Utc)) : found.CreatedAt;
    }

    private static InstanceState StateOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated =>
            InstanceState.Over,
        OrchestrationRuntimeStatus.Suspended => InstanceState.Suspended,
        _ => InstanceState.Running,
    };
}
