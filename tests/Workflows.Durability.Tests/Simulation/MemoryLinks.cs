using System.Globalization;
using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>What links in letters lead to, in memory; every call may go wrong.</summary>
internal sealed class MemoryLinks(Faults faults) : ILinkStore
{
    private readonly Dictionary<string, (string Text, int Version)> _kept = [];

    public Task<KeptLink?> FindAsync(string name, CancellationToken stop)
    {
        faults.Before("link read");
        return Task.FromResult(_kept.TryGetValue(name, out var found) ? new KeptLink(found.Text, $"{found.Version}") : null);
    }

    public Task<bool> PutAsync(string name, string text, string? seen, CancellationToken stop)
    {
        faults.Before("link write");
        var version = _kept.TryGetValue(name, out var found) ? found.Version.ToString(CultureInfo.InvariantCulture) : null;
        if (version != seen)
        {
            return Task.FromResult(false);
        }

        _kept[name] = (text, found.Version + 1);
        faults.After("link write");
        return Task.FromResult(true);
    }
}
