namespace Workflows.Reviews.Health;

/// <summary>All that may need a person, as it stands now.</summary>
/// <param name="sources">Know it, each a part.</param>
public sealed class ServiceHealth(IEnumerable<IHealthSource> sources)
{
    private readonly IHealthSource[] _sources = [.. sources];

    /// <summary>Every sign, in the order of the sources.</summary>
    /// <param name="stop">Ends the wait.</param>
    public async Task<IReadOnlyList<HealthSign>> LookAsync(CancellationToken stop)
    {
        var signs = new List<HealthSign>();
        foreach (var source in _sources)
        {
            signs.AddRange(await source.LookAsync(stop));
        }

        return signs;
    }
}
