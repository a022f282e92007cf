using System.Collections.Concurrent;

namespace Workflows.Graph.Tests.GraphServer;

/// <summary>Which calls go wrong, and which calls came.</summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<(Call Call, Fault Fault)> _once = [];
    private readonly List<(Call Call, Fault Fault)> _always = [];
    private readonly ConcurrentQueue<Call> _arrived = new();

    /// <summary>Decides over every call for which nothing was scripted; for random faults.</summary>
    public Func<Call, Fault?>? Otherwise { get; set; }

    /// <summary>Calls in the order of their arrival.</summary>
    public IReadOnlyList<Call> Arrived => [.. _arrived];

    /// <summary>Faults that a test scripted and that did not happen.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
            {
                return _once.Count;
            }
        }
    }

    /// <summary>The next call of this purpose that has no fault yet goes wrong.</summary>
    public FaultScript Once(Call call, Fault fault)
    {
        lock (_lock)
        {
            _once.Add((call, fault));
        }

        return this;
    }

    public FaultScript Always(Call call, Fault fault)
    {
        lock (_lock)
        {
            _always.Add((call, fault));
        }

        return this;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _once.Clear();
            _always.Clear();
        }
    }

    public Fault? Take(Call call)
    {
        _arrived.Enqueue(call);
        lock (_lock)
        {
            var index = _once.FindIndex(entry => entry.Call == call);
            if (index >= 0)
            {
                var fault = _once[index].Fault;
                _once.RemoveAt(index);
                return fault;
            }

            var always = _always.FindIndex(entry => entry.Call == call);
            return always >= 0 ? _always[always].Fault : Otherwise?.Invoke(call);
        }
    }
}
