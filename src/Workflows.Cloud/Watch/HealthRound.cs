using Microsoft.Extensions.Logging;
using Workflows.Reviews.Health;

namespace Workflows.Cloud.Watch;

/// <summary>Tells the log, which alerts read, what needs a person: the words that <c>/healthz</c> names, each on a line.</summary>
/// <param name="health">Knows it.</param>
/// <param name="log">Takes the words.</param>
internal sealed class HealthRound(ServiceHealth health, ILogger<HealthRound> log) : IWatchRound
{
    public string Name => "health";

    public async Task MakeAsync(CancellationToken stop)
    {
        foreach (var sign in await health.LookAsync(stop))
        {
            if (sign.Level == HealthLevel.Look)
            {
                HostLog.NeedsSomebody(log, sign.Code);
            }
        }
    }
}
