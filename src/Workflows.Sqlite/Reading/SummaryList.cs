using System.Text;
using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Reading;

/// <summary>
/// A page of summaries. The statement has a fragment for each thing asked for, and only parameters for what was asked.
/// A page goes on after the last row of the one before (opening and identifier), so nothing is skipped or doubled.
/// </summary>
internal sealed class SummaryList
{
    private const int MostOnPage = 200;

    private readonly ReviewQuery _query;
    private readonly Cursor? _after;

    /// <summary>Checks the question at once, so that a bad one costs no turn.</summary>
    /// <param name="query">What to look for.</param>
    /// <exception cref="InvalidCursorException">The cursor is none of this list's.</exception>
    /// <exception cref="ArgumentException">The limit is not 1 to 200.</exception>
    public SummaryList(ReviewQuery query)
    {
        if (query.Limit is < 1 or > MostOnPage)
        {
            throw new ArgumentException($"The limit of a page is 1 to {MostOnPage}.", nameof(query));
        }

        _query = query;
        _after = query.Cursor is null ? null : Cursor.Read(query.Cursor, Cursor.Reviews);
    }

    public SummaryPage Read(Connection db)
    {
        if (_query.Partnerships is { Count: 0 })
        {
            return new SummaryPage([], null);
        }

        var items = new List<ReviewSummary>();
        string? next = null;
        using var rows = db.Prepare(Sql());
        Bind(rows);
        while (rows.Step())
        {
            if (items.Count == _query.Limit)
            {
                var last = items[^1];
                next = new Cursor(last.OpenedAt.UtcTicks, StoredForm.Bytes(last.Id)).Write(Cursor.Reviews);
                break;
            }

            items.Add(JsonSerializer.Deserialize(rows.Bytes(0), StoredForm.Context.ReviewSummary)!);
        }

        return new SummaryPage(items, next);
    }

    private string Sql()
    {
        // One order in both tables, so that each is read along its own index and the page ends the reading.
        var order = _query.ToldTo is null ? "r.opened DESC, r.id DESC" : "t.opened DESC, t.review DESC";
        var place = _query.ToldTo is null ? "(r.opened, r.id)" : "(t.opened, t.review)";
        var sql = new StringBuilder("SELECT s.json FROM ")
            .Append(_query.ToldTo is null ? "review r" : "told t CROSS JOIN review r ON r.id = t.review")
            .Append(" CROSS JOIN summary s ON s.review = r.id WHERE true");
        Where(_query.ToldTo is not null, " AND t.body = ?1");
        Where(_query.Partnerships is { Count: 1 }, " AND r.partnership = ?2");
        Where(_query.Partnerships is { Count: > 1 }, " AND r.partnership IN (SELECT value FROM json_each(?2))");
        Where(_query.Process is not null, " AND r.process = ?3");
        Where(_query.Stage is not null, " AND r.stage = ?4");
        Where(_query.State is not null, " AND r.state = ?5");
        Where(_query.OverdueOn is not null, " AND r.next_due < ?6");
        Where(_after is not null, $" AND {place} < (?7, ?8)");
        return sql.Append(" ORDER BY ").Append(order).Append(" LIMIT ?9").ToString();

        void Where(bool asked, string condition) => sql.Append(asked ? condition : "");
    }

    private void Bind(Statement rows)
    {
        Text(1, _query.ToldTo);
        Text(2, _query.Partnerships switch
        {
            null => null,
            [var one] => one,
            var several => JsonSerializer.Serialize(several, StoredForm.Context.IReadOnlyListString),
        });
        Text(3, _query.Process);
        Text(4, _query.Stage);
        Text(5, _query.State);
        if (_query.OverdueOn is { } day)
        {
            rows.Bind(6, day.DayNumber);
        }

        if (_after is { } after)
        {
            rows.Bind(7, after.Place).Bind(8, after.Id);
        }

        rows.Bind(9, _query.Limit + 1);

        void Text(int parameter, string? value)
        {
            if (value is not null)
            {
                rows.Bind(parameter, value);
            }
        }
    }
}
