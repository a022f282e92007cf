using System.Text;
using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Reading;

/// <summary>
/// A page of summaries. The statement has a fragment for each thing asked for, and only parameters for what was asked.
/// A page goes on after the last row of the one before (opening and number), so nothing is skipped or doubled.
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
        var number = 0L;
        using var rows = db.Prepare(Sql());
        Bind(rows);
        while (rows.Step())
        {
            if (items.Count == _query.Limit)
            {
                var last = items[^1];
                next = Cursor.After(last.OpenedAt.UtcTicks, number).Write(Cursor.Reviews);
                break;
            }

            items.Add(SummaryRead.From(rows));
            number = rows.Int64(4);
        }

        return new SummaryPage(items, next);
    }

    private string Sql()
    {
        // One order in both tables, so that each is read along its own index and the page ends the reading.
        var order = _query.ToldTo is null ? "r.opened DESC, r.number DESC" : "t.opened DESC, t.review DESC";
        var place = _query.ToldTo is null ? "(r.opened, r.number)" : "(t.opened, t.review)";
        var sql = new StringBuilder($"SELECT {SummaryRead.Columns}, r.number FROM ")
            .Append(_query.ToldTo is null ? "review r" : "told t CROSS JOIN review r ON r.number = t.review")
            .Append(" CROSS JOIN summary s ON s.review = r.number WHERE true");
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
            rows.Bind(7, after.Place).Bind(8, after.Number);
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
