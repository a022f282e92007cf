using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Reading;

/// <summary>Puts a summary together from the JSON and what stands in the review's row.</summary>
internal static class SummaryRead
{
    /// <summary>The columns that <see cref="From"/> reads, in order, of tables <c>r</c> and <c>s</c>.</summary>
    public const string Columns = "s.json, r.position, r.changed, r.next_wake";

    public static ReviewSummary From(Statement row) =>
        JsonSerializer.Deserialize(row.Bytes(0), StoredForm.Context.ReviewSummary)! with
        {
            Position = row.Int64(1),
            ChangedAt = new DateTimeOffset(row.Int64(2), TimeSpan.Zero),
            NextWakeAt = row.IsNull(3) ? null : new DateTimeOffset(row.Int64(3), TimeSpan.Zero),
        };
}
