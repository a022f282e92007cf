using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Writing;

/// <summary>What is stored of a review, beside what is to be.</summary>
/// <param name="Number">The review's number in this database.</param>
/// <param name="Position">Position of the stored summary.</param>
/// <param name="SameFacets">Whether the JSON would stay as it is.</param>
/// <param name="SameWake">Whether the next wake would stay as it is.</param>
internal readonly record struct StoredReview(long Number, long Position, bool SameFacets, bool SameWake)
{
    /// <summary>Looks for it; null where the review is new.</summary>
    public static StoredReview? Find(Connection db, SummaryRow row)
    {
        using var find = db.Kept("SELECT number, position, facets, next_wake FROM review WHERE id = ?1");
        if (!find.Bind(1, row.Review).Step())
        {
            return null;
        }

        return new StoredReview(
            Number: find.Int64(0),
            Position: find.Int64(1),
            SameFacets: find.Bytes(2).SequenceEqual(row.Facets),
            SameWake: (find.IsNull(3) ? null : find.Int64(3)) == row.NextWake);
    }
}
