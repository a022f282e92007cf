using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Workflows.AzureStorage.Tests;

/// <summary>Hears the calls that the product counts.</summary>
internal sealed class CallCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _calls = new();

    public CallCounter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == StorageCalls.MeterName && instrument.Name == StorageCalls.CounterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _calls.Enqueue($"{tags[0].Value} {tags[1].Value}"));
        _listener.Start();
    }

    /// <summary>The calls since the last time, in order.</summary>
    public string[] Take()
    {
        var calls = _calls.ToArray();
        _calls.Clear();
        return calls;
    }

    public void Dispose() => _listener.Dispose();
}
