using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Keeping;

/// <summary>Sees that a review has a running orchestration, and that it looks at the review now.</summary>
/// <param name="instances">The orchestrations.</param>
internal sealed class InstanceKeeper(IReviewInstances instances)
{
    /// <summary>Tells the orchestration of a review that it has changed, or starts one where none is running.</summary>
    /// <param name="review">The review.</param>
    /// <param name="startable">Whether to start one; false where nothing can ever be due.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>What was found, and so done.</returns>
    public async Task<Found> SeeToAsync(ReviewId review, bool startable, CancellationToken stop)
    {
        var standing = await instances.FindAsync(review, stop);
        if (standing is { State: InstanceState.Running or InstanceState.Suspended })
        {
            // A suspended one keeps what it is told until somebody resumes it.
            await instances.TellAsync(review, stop);
            return standing.State == InstanceState.Running ? Found.Running : Found.Suspended;
        }

        if (startable)
        {
            await instances.StartAsync(review, stop);
        }

        return standing is null ? Found.Missing : Found.Over;
    }
}

/// <summary>How an orchestration was found.</summary>
internal enum Found
{
    /// <summary>Running; it was told.</summary>
    Running,

    /// <summary>Suspended by a person; it was told, and does nothing until it is resumed.</summary>
    Suspended,

    /// <summary>Over: completed, failed or terminated.</summary>
    Over,

    /// <summary>There was none: never started, or purged.</summary>
    Missing,
}
