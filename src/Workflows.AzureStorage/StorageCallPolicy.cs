using Azure.Core;
using Azure.Core.Pipeline;

namespace Workflows.AzureStorage;

/// <summary>Counts every call that leaves for storage, by operation. Names of blobs are not looked at.</summary>
internal sealed class StorageCallPolicy : HttpPipelinePolicy
{
    private static readonly string[] s_containers = ["journals", "index", "documents", "uploads", "host", "audit", "private"];

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    private static void Count(HttpMessage message)
    {
        var address = message.Request.Uri.ToUri();
        var outcome = message.HasResponse ? message.Response.Status.ToString() : "lost";
        StorageCalls.Count(Operation(message.Request, address.Query), Container(address), outcome);
        if (message.HasResponse && message.Response.Headers.Date is { } said)
        {
            StorageClock.Told(said);
        }
    }

    private static string Operation(Request request, string query) => (request.Method.Method, Part(query)) switch
    {
        ("PUT", "appendblock") => "AppendBlock",
        ("PUT", "block") => "PutBlock",
        ("PUT", "blocklist") => "PutBlockList",
        ("PUT", "") when query.Contains("restype=container", StringComparison.Ordinal) => "CreateContainer",
        ("PUT", "") when request.Headers.Contains("x-ms-copy-source") => "CopyBlob",
        ("PUT", "") => "PutBlob",
        ("GET", "list") => "ListBlobs",
        ("GET", "") => "GetBlob",
        ("HEAD", _) => "GetBlobProperties",
        ("DELETE", _) => "DeleteBlob",
        var (method, part) => $"{method} {part}".TrimEnd(),
    };

    private static string Part(string query) =>
        query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("comp=", StringComparison.Ordinal))?[5..] ?? string.Empty;

    private static string Container(Uri address) => Array.Find(
        s_containers,
        name => address.Segments.Take(3).Any(segment => segment.TrimEnd('/').EndsWith(name, StringComparison.Ordinal))) ?? "none";
}
