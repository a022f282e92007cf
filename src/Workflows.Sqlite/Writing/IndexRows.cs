using System.Text.Json;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Writing;

/// <summary>Writes a summary into the tables of the index, touching only those in which something changed.</summary>
internal static class IndexRows
{
    /// <summary>Writes it, unless the stored one is of a later position.</summary>
    public static void PutUnlessOlder(Connection db, SummaryRow row) => Put(db, row, evenIfOlder: false);

    /// <summary>Writes it as part of its own append.</summary>
    public static void Put(Connection db, SummaryRow row) => Put(db, row, evenIfOlder: true);

    private static void Put(Connection db, SummaryRow row, bool evenIfOlder)
    {
        bool isNew, newFacets, newWake;
        using (var find = db.Kept("SELECT position, facets, next_wake FROM summary WHERE review = ?1"))
        {
            isNew = !find.Bind(1, row.Review).Step();
            if (!isNew && !evenIfOlder && find.Int64(0) > row.Summary.Position)
            {
                return;
            }

            newFacets = isNew || !find.Bytes(1).SequenceEqual(row.Facets);
            newWake = !isNew && (find.IsNull(2) ? null : find.Int64(2)) != row.NextWake;
        }

        if (newFacets)
        {
            PutReview(db, row);
        }
        else if (newWake)
        {
            db.Kept("UPDATE review SET next_wake = ?2 WHERE id = ?1").Bind(1, row.Review).Bind(2, row.NextWake).Run();
        }

        PutSummary(db, row);
        if (newFacets)
        {
            PutTold(db, row, isNew);
            PutPublications(db, row, isNew);
        }
    }

    private static void PutSummary(Connection db, SummaryRow row) =>
        db.Kept("""
            INSERT INTO summary (review, position, facets, next_wake, json) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (review) DO UPDATE SET position = ?2, facets = ?3, next_wake = ?4, json = ?5
            """)
            .Bind(1, row.Review)
            .Bind(2, row.Summary.Position)
            .Bind(3, row.Facets)
            .Bind(4, row.NextWake)
            .Bind(5, row.Json)
            .Run();

    private static void PutReview(Connection db, SummaryRow row) =>
        db.Kept("""
            INSERT INTO review (id, partnership, process, stage, state, opened, next_due, next_wake, letters)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (id) DO UPDATE SET partnership = ?2, process = ?3, stage = ?4, state = ?5, opened = ?6,
                next_due = ?7, next_wake = ?8, letters = ?9
            """)
            .Bind(1, row.Review)
            .Bind(2, row.Summary.Partnership)
            .Bind(3, row.Summary.Process)
            .Bind(4, row.Summary.Stage)
            .Bind(5, row.Summary.State)
            .Bind(6, row.Summary.OpenedAt.UtcTicks)
            .Bind(7, row.Summary.NextDueOn?.DayNumber)
            .Bind(8, row.NextWake)
            .Bind(9, row.Summary.LettersInTrouble)
            .Run();

    private static void PutTold(Connection db, SummaryRow row, bool isNew)
    {
        if (!isNew)
        {
            db.Kept("DELETE FROM told WHERE review = ?1").Bind(1, row.Review).Run();
        }

        foreach (var body in row.Summary.ToldTo)
        {
            db.Kept("INSERT INTO told (body, opened, review) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .Bind(1, body).Bind(2, row.Summary.OpenedAt.UtcTicks).Bind(3, row.Review).Run();
        }
    }

    private static void PutPublications(Connection db, SummaryRow row, bool isNew)
    {
        if (!isNew)
        {
            db.Kept("DELETE FROM publication WHERE review = ?1").Bind(1, row.Review).Run();
        }

        foreach (var publication in row.Summary.Publications)
        {
            db.Kept("INSERT OR REPLACE INTO publication (id, review, published, json) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, publication.Id)
                .Bind(2, row.Review)
                .Bind(3, publication.PublishedOn.DayNumber)
                .Bind(4, JsonSerializer.SerializeToUtf8Bytes(publication, StoredForm.Context.Publication))
                .Run();
        }
    }
}
