using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Writing;

/// <summary>Writes a summary into the tables of the index, touching only those in which something changed.</summary>
internal static class IndexRows
{
    /// <summary>Writes it, unless the stored one is of a later position.</summary>
    public static void PutUnlessOlder(Connection db, SummaryRow row)
    {
        var stored = StoredReview.Find(db, row);
        if (stored is null || stored.Value.Position <= row.Summary.Position)
        {
            Put(db, row, stored);
        }
    }

    /// <summary>Writes all of it again, whatever is stored of a review whose journal is here.</summary>
    public static bool PutAnew(Connection db, SummaryRow row)
    {
        if (StoredReview.Find(db, row) is not { Number: var number })
        {
            return false;
        }

        UpdateAll(db, row, number);
        PutFacets(db, row, number);
        return true;
    }

    /// <summary>Writes it over what is stored, and answers the review's number.</summary>
    public static long Put(Connection db, SummaryRow row, StoredReview? stored)
    {
        if (stored is not { } there)
        {
            var number = Insert(db, row);
            PutFacets(db, row, number);
            return number;
        }

        if (!there.SameFacets)
        {
            UpdateAll(db, row, there.Number);
            PutFacets(db, row, there.Number);
        }
        else if (!there.SameWake)
        {
            Heading(db, "UPDATE review SET position = ?2, changed = ?3, next_wake = ?4 WHERE number = ?1", row, there.Number)
                .Bind(4, row.NextWake)
                .Run();
        }
        else
        {
            Heading(db, "UPDATE review SET position = ?2, changed = ?3 WHERE number = ?1", row, there.Number).Run();
        }

        return there.Number;
    }

    private static long Insert(Connection db, SummaryRow row)
    {
        BindAll(db.Kept("""
            INSERT INTO review (id, position, changed, next_wake, facets, partnership, process, stage, state, opened,
                next_due, letters)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """).Bind(1, row.Review), row).Run();
        return db.LastRow;
    }

    private static void UpdateAll(Connection db, SummaryRow row, long number) =>
        BindAll(db.Kept("""
            UPDATE review SET position = ?2, changed = ?3, next_wake = ?4, facets = ?5, partnership = ?6, process = ?7,
                stage = ?8, state = ?9, opened = ?10, next_due = ?11, letters = ?12
            WHERE number = ?1
            """).Bind(1, number), row).Run();

    private static Statement Heading(Connection db, string sql, SummaryRow row, long number) =>
        db.Kept(sql).Bind(1, number).Bind(2, row.Summary.Position).Bind(3, row.Summary.ChangedAt.UtcTicks);

    private static Statement BindAll(Statement statement, SummaryRow row) =>
        statement
            .Bind(2, row.Summary.Position)
            .Bind(3, row.Summary.ChangedAt.UtcTicks)
            .Bind(4, row.NextWake)
            .Bind(5, row.Facets)
            .Bind(6, row.Summary.Partnership)
            .Bind(7, row.Summary.Process)
            .Bind(8, row.Summary.Stage)
            .Bind(9, row.Summary.State)
            .Bind(10, row.Summary.OpenedAt.UtcTicks)
            .Bind(11, row.Summary.NextDueOn?.DayNumber)
            .Bind(12, row.Summary.LettersInTrouble);

    private static void PutFacets(Connection db, SummaryRow row, long number)
    {
        db.Kept("INSERT INTO summary (review, json) VALUES (?1, ?2) ON CONFLICT (review) DO UPDATE SET json = ?2")
            .Bind(1, number).Bind(2, row.Json).Run();
        db.Kept("DELETE FROM told WHERE review = ?1").Bind(1, number).Run();
        foreach (var body in row.Summary.ToldTo)
        {
            db.Kept("INSERT INTO told (body, opened, review) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .Bind(1, body).Bind(2, row.Summary.OpenedAt.UtcTicks).Bind(3, number).Run();
        }

        db.Kept("DELETE FROM publication WHERE review = ?1").Bind(1, number).Run();
        foreach (var publication in row.Summary.Publications)
        {
            PutPublication(db, publication, number);
        }
    }

    private static void PutPublication(Connection db, Publication publication, long number) =>
        db.Kept("INSERT OR REPLACE INTO publication (id, review, published, json) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, publication.Id)
            .Bind(2, number)
            .Bind(3, publication.PublishedOn.DayNumber)
            .Bind(4, JsonSerializer.SerializeToUtf8Bytes(publication, StoredForm.Context.Publication))
            .Run();
}
