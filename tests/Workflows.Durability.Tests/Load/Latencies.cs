namespace Workflows.Durability.Tests.Load;

/// <summary>How long answers took, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<double> _all = [];

    public int Count => _all.Count;

    public void Add(TimeSpan took)
    {
        lock (_gate)
        {
            _all.Add(took.TotalMilliseconds);
        }
    }

    /// <summary>Median and tails, for people.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            _all.Sort();
            return _all.Count == 0 ? "none" : $"{_all.Count}, p50 {At(0.5)}, p95 {At(0.95)}, p99 {At(0.99)}, most {At(1)} ms";
        }
    }

    private string At(double share) => $"{_all[(int)Math.Min(_all.Count - 1, share * _all.Count)]:F0}";
}
