using System.Collections.Concurrent;
using Workflows.Cloud.Keeping;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Tests.Support;

/// <summary>Orchestrations as a backend keeps them, without running any.</summary>
internal sealed class MemoryInstances : IReviewInstances
{
    public ConcurrentDictionary<ReviewId, InstanceStanding> Standing { get; } = [];

    public ConcurrentQueue<string> Done { get; } = [];

    /// <summary>What every call does first: to fail, or never to answer.</summary>
    public Func<ReviewId, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<InstanceStanding?> FindAsync(ReviewId review, CancellationToken stop)
    {
        await Before(review, stop);
        return Standing.TryGetValue(review, out var found) ? found : null;
    }

    public Task StartAsync(ReviewId review, CancellationToken stop)
    {
        Done.Enqueue($"start {review}");
        Standing[review] = new InstanceStanding(InstanceState.Running, TimeProvider.System.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task TellAsync(ReviewId review, CancellationToken stop)
    {
        Done.Enqueue($"tell {review}");
        return Task.CompletedTask;
    }

    public Task EndAsync(ReviewId review, CancellationToken stop)
    {
        Done.Enqueue($"end {review}");
        Standing[review] = new InstanceStanding(InstanceState.Over, TimeProvider.System.GetUtcNow());
        return Task.CompletedTask;
    }

    public void Put(ReviewId review, InstanceState state, TimeSpan inactive = default) =>
        Standing[review] = new InstanceStanding(state, TimeProvider.System.GetUtcNow() - inactive);
}
