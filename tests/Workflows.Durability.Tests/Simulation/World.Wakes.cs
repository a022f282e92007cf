using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Reviews that fall due, and what becomes of a wake that fails.</summary>
internal sealed partial class World
{
    private async Task WakeAsync(string id)
    {
        var review = ReviewId.TryParse(id, out var parsed) ? parsed : throw new InvalidOperationException("A wake of no review.");
        Report.Wakes++;
        LiveFrom(review);
        try
        {
            var next = await Host().Waker.WakeAsync(review, default);
            Look(review);
            Law(!(next <= Clock.GetUtcNow()), "a review stays due although it was woken");
            _setAside.Remove(id);
        }
        catch (StoreUnavailableException)
        {
            _setAside[id] = Clock.GetUtcNow().AddSeconds(10);
        }
        catch (ProgramEnded)
        {
            Restart();
            _setAside[id] = Clock.GetUtcNow().AddSeconds(2);
        }

        Look(review);
    }
}
