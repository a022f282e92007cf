using System.Diagnostics.Metrics;
using Workflows.Reviews.Ports;

namespace Workflows.Cloud.Telemetry;

/// <summary>The host's measurements. None has a label that names a review, a case or a person.</summary>
public sealed class HostMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Workflows";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _wakes;
    private readonly Histogram<double> _wakeSeconds;
    private readonly Counter<long> _notTold;
    private readonly Counter<long> _late;
    private readonly Counter<long> _letters;
    private Reading? _last;

    /// <summary>Sets up the measurements; figures over all reviews show once they have been taken.</summary>
    public HostMetrics()
    {
        _wakes = _meter.CreateCounter<long>(
            "workflows.wakes", "{wake}", "Wakes by outcome: done, failed.");
        _wakeSeconds = _meter.CreateHistogram<double>(
            "workflows.wake.duration", "s", "How long wakes took.");
        _notTold = _meter.CreateCounter<long>(
            "workflows.signals.failed", "{signal}", "Changes that could not be told to an orchestration.");
        _late = _meter.CreateCounter<long>(
            "workflows.watchdog.late", "{review}", "Reviews found late, by how their orchestration was found.");
        _letters = _meter.CreateCounter<long>(
            "workflows.letters", "{attempt}", "Attempts at letters by result: sent, not-yet, refused, unclear.");
        _meter.CreateObservableGauge(
            "workflows.reviews.open", () => Read(last => last.Figures.Open), "{review}", "Open reviews.");
        _meter.CreateObservableGauge(
            "workflows.wake.lateness", () => Read(last => last.LatenessSeconds), "s", "How late the latest wake is.");
        _meter.CreateObservableGauge(
            "workflows.letters.trouble", () => Read(last => last.Figures.LettersInTrouble), "{letter}", "Letters that need a person.");
    }

    internal void Woken(string outcome, TimeSpan took)
    {
        _wakes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _wakeSeconds.Record(took.TotalSeconds);
    }

    internal void NotTold() => _notTold.Add(1);

    internal void Late(string found) => _late.Add(1, new KeyValuePair<string, object?>("found", found));

    internal void Letter(string result) => _letters.Add(1, new KeyValuePair<string, object?>("result", result));

    internal void Take(IndexFigures figures, long latenessSeconds) => _last = new Reading(figures, latenessSeconds);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Read(Func<Reading, long> value) =>
        _last is { } last ? [new Measurement<long>(value(last))] : [];

    private sealed record Reading(IndexFigures Figures, long LatenessSeconds);
}
