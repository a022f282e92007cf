using System.Diagnostics.Metrics;

namespace Workflows.AzureStorage;

/// <summary>
/// Counts the calls made to storage, since each is paid for: counter <c>workflows.storage.calls</c> with the tags
/// <c>operation</c> (the REST operation, for example <c>AppendBlock</c>), <c>container</c> (<c>journals</c>, <c>index</c>,
/// <c>documents</c>, <c>uploads</c>, <c>private</c>, or <c>none</c>) and <c>outcome</c> (the HTTP status, or <c>lost</c>). Repetitions count.
/// </summary>
public static class StorageCalls
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Workflows.AzureStorage";

    /// <summary>Name of the counter.</summary>
    public const string CounterName = "workflows.storage.calls";

    private static readonly Meter s_meter = new(MeterName);
    private static readonly Counter<long> s_calls = s_meter.CreateCounter<long>(
        CounterName, "{call}", "Calls made to blob storage, repetitions included.");

    internal static void Count(string operation, string container, string outcome) => s_calls.Add(
        1, new("operation", operation), new("container", container), new("outcome", outcome));
}
