using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Writing;

/// <summary>A summary in the form in which it is stored, made before it is the writer's turn.</summary>
internal sealed class SummaryRow
{
    private const int FacetBytes = 16;

    /// <summary>Makes the forms that are stored.</summary>
    /// <param name="summary">The summary.</param>
    public SummaryRow(ReviewSummary summary)
    {
        Summary = summary;
        Review = StoredForm.Bytes(summary.Id);
        NextWake = summary.NextWakeAt?.UtcTicks;
        Json = JsonSerializer.SerializeToUtf8Bytes(
            summary with { Position = 0, ChangedAt = default, NextWakeAt = null }, StoredForm.Context.ReviewSummary);
        Facets = SHA256.HashData(Json)[..FacetBytes];
    }

    public ReviewSummary Summary { get; }

    public byte[] Review { get; }

    public long? NextWake { get; }

    /// <summary>All but what every append changes.</summary>
    public byte[] Json { get; }

    /// <summary>Hash of the JSON: where it is the stored one, nothing but the review's own row needs writing.</summary>
    public byte[] Facets { get; }
}
