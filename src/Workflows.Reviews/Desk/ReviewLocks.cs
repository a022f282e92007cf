using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Desk;

/// <summary>
/// Lets one command at a time decide on a review in this process: others would only be refused by the journal and decide again.
/// </summary>
public sealed class ReviewLocks
{
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1, 1))];

    internal async ValueTask<Turn> EnterAsync(ReviewId review, CancellationToken stop)
    {
        var stripe = _stripes[(uint)review.GetHashCode() % (uint)_stripes.Length];
        await stripe.WaitAsync(stop);
        return new Turn(stripe);
    }

    internal readonly struct Turn(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
