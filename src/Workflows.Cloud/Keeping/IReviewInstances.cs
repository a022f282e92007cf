using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Keeping;

/// <summary>The orchestrations, one for each review, under the review's identifier.</summary>
public interface IReviewInstances
{
    /// <summary>How a review's orchestration stands; null where there is none.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<InstanceStanding?> FindAsync(ReviewId review, CancellationToken stop);

    /// <summary>Starts a review's orchestration. Where one is running already, that one goes on and nothing is started.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    Task StartAsync(ReviewId review, CancellationToken stop);

    /// <summary>Tells a running orchestration that its review has changed.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait.</param>
    Task TellAsync(ReviewId review, CancellationToken stop);

    /// <summary>Ends a review's orchestration, so that it can be started anew. The review itself is not touched.</summary>
    /// <param name="review">The review.</param>
    /// <param name="stop">Ends the wait; the end itself comes a little later.</param>
    Task EndAsync(ReviewId review, CancellationToken stop);
}

/// <summary>How an orchestration stands.</summary>
/// <param name="State">Whether it runs.</param>
/// <param name="TurnBeganAt">When its present turn began (or it was started), by the orchestration engine's clock.</param>
public sealed record InstanceStanding(InstanceState State, DateTimeOffset TurnBeganAt);

/// <summary>Whether an orchestration runs.</summary>
public enum InstanceState
{
    /// <summary>It runs, or is about to.</summary>
    Running,

    /// <summary>A person has suspended it.</summary>
    Suspended,

    /// <summary>It is over: completed, failed or terminated.</summary>
    Over,
}
