using Workflows.Reviews.Audit;

namespace Workflows.Cloud.Watch;

/// <summary>Anchors, once a day, where every journal stands. Whichever instance comes first does it for all.</summary>
/// <param name="keeper">Makes anchors.</param>
internal sealed class AnchorRound(AnchorKeeper keeper) : IWatchRound
{
    public string Name => "anchor";

    public Task MakeAsync(CancellationToken stop) => keeper.MakeDailyAsync(stop);
}
