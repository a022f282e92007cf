using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Writing;

/// <summary>A summary in the form in which it is stored, made before it is the writer's turn.</summary>
internal sealed class SummaryRow
{
    /// <summary>Makes the forms that are stored.</summary>
    /// <param name="summary">The summary.</param>
    public SummaryRow(ReviewSummary summary)
    {
        Summary = summary;
        Review = StoredForm.Bytes(summary.Id);
        Json = JsonSerializer.SerializeToUtf8Bytes(summary, StoredForm.Context.ReviewSummary);
        NextWake = summary.NextWakeAt?.UtcTicks;
        Facets = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            summary with { Position = 0, ChangedAt = default, NextWakeAt = null, Reference = "", ProcessVersion = "" },
            StoredForm.Context.ReviewSummary));
    }

    public ReviewSummary Summary { get; }

    public byte[] Review { get; }

    public byte[] Json { get; }

    public long? NextWake { get; }

    /// <summary>Hash over what the index keeps outside the JSON, but for the next wake: mostly unchanged by an append.</summary>
    public byte[] Facets { get; }
}
