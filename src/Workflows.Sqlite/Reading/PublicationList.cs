using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Reading;

/// <summary>A page of publications, newest first.</summary>
internal sealed class PublicationList
{
    private const int PageSize = 100;

    private static readonly Cursor s_newest = new(long.MaxValue, []);

    private readonly Cursor _after;

    /// <summary>Reads the cursor at once, so that a bad one costs no turn.</summary>
    /// <param name="cursor">Where the page before ended, or null.</param>
    /// <exception cref="InvalidCursorException">The cursor is none of this list's.</exception>
    public PublicationList(string? cursor) =>
        _after = cursor is null ? s_newest : Cursor.Read(cursor, Cursor.Publications);

    public PublicationPage Read(Connection db)
    {
        var items = new List<Publication>();
        string? next = null;
        using var rows = db.Kept("""
            SELECT json FROM publication WHERE (published, id) < (?1, ?2)
            ORDER BY published DESC, id DESC LIMIT ?3
            """);
        rows.Bind(1, _after.Place).Bind(2, _after.Text).Bind(3, PageSize + 1);
        while (rows.Step())
        {
            if (items.Count == PageSize)
            {
                var last = items[^1];
                next = Cursor.After(last.PublishedOn.DayNumber, last.Id).Write(Cursor.Publications);
                break;
            }

            items.Add(JsonSerializer.Deserialize(rows.Bytes(0), StoredForm.Context.Publication)!);
        }

        return new PublicationPage(items, next);
    }
}
