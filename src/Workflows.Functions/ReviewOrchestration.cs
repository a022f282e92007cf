using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Workflows.Cloud.Turns;

namespace Workflows.Functions;

/// <summary>
/// A review's orchestration: one instance for each review, under the review's identifier, one turn an execution. It carries
/// nothing of the case.
/// </summary>
public static class ReviewOrchestration
{
    /// <summary>Name of the orchestration.</summary>
    public const string Name = "ReviewOrchestration";

    /// <summary>Name of the event that tells it that its review has changed.</summary>
    public const string Changed = "changed";

    /// <summary>Takes one turn.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="memory">What the turn before told.</param>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, TurnMemory? memory) =>
        ReviewTurn.RunAsync(new DurableTurnSteps(context), memory);
}
