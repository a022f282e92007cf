using Azure;
using Azure.Storage.Blobs.Models;
using Workflows.Reviews.Ports;

namespace Workflows.AzureStorage.Index;

/// <summary>
/// A review's row as it stands in storage. The row is written last: when it is there, everything else of that position is too.
/// </summary>
/// <param name="Name">Name of its blob.</param>
/// <param name="ETag">Version of the blob, on which a change is conditional.</param>
/// <param name="Mark">How far the journal reached when it was written, or null where that was not known.</param>
/// <param name="Wake">Name of the wake that counts, or null where none does.</param>
/// <param name="Summary">The summary.</param>
internal sealed record SummaryRow(string Name, ETag ETag, string? Mark, WakeName? Wake, ReviewSummary Summary)
{
    private const string MarkKey = "mark";
    private const string WakeKey = "wake";
    private const string SummaryKey = "summary";

    /// <summary>What rides along with the blob, so that a listing gives whole rows.</summary>
    public static Dictionary<string, string> Metadata(string? mark, WakeName? wake, byte[] json)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(MarkKey, mark);
        Add(WakeKey, wake?.ToString());
        Add(SummaryKey, IndexJson.ForMetadata(json));
        return metadata;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                metadata[key] = value;
            }
        }
    }

    public static SummaryRow Of(string name, BlobDownloadResult blob) => Of(
        name, blob.Details.ETag, blob.Details.Metadata, IndexJson.Read<ReviewSummary>(blob.Content.ToMemory().Span));

    /// <summary>The row as a listing shows it, or null where the summary is too long for that.</summary>
    public static SummaryRow? Of(BlobItem item) =>
        item.Metadata is { } metadata && metadata.TryGetValue(SummaryKey, out var text) && item.Properties.ETag is { } tag
            ? Of(item.Name, tag, metadata, IndexJson.FromMetadata<ReviewSummary>(text))
            : null;

    private static SummaryRow Of(string name, ETag tag, IDictionary<string, string> metadata, ReviewSummary summary) => new(
        name, tag, Get(metadata, MarkKey), WakeName.Parse(Get(metadata, WakeKey)), summary);

    private static string? Get(IDictionary<string, string> metadata, string key) =>
        metadata.TryGetValue(key, out var value) ? value : null;
}
