using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Reviews.Ports;
using Workflows.Sqlite.Raw;

namespace Workflows.Sqlite.Reading;

/// <summary>A part of a table, sorted and counted by the database: of the whole, only the rows shown are read as summaries.</summary>
internal sealed class SummaryTableRead
{
    private const string Reference = "json_extract(s.json, '$.reference')";
    private const string ToPublishBy = "json_extract(s.json, '$.publishing.dueOn')";
    private const string IsOwed = "coalesce(json_extract(s.json, '$.publishing.isOwed'), 0)";
    private readonly TableQuery _query;
    private readonly List<object> _values = [];

    /// <summary>Takes a question.</summary>
    /// <param name="query">What to show.</param>
    /// <exception cref="ArgumentException">What is left out or taken is out of range.</exception>
    public SummaryTableRead(TableQuery query)
    {
        if (query.Skip < 0 || query.Take is < 1 or > TableQuery.MaximumTake)
        {
            throw new ArgumentException($"A table leaves out 0 rows or more and shows 1 to {TableQuery.MaximumTake}.", nameof(query));
        }

        _query = query;
    }

    public SummaryTable Read(Connection db)
    {
        var lists = _query.Lists.Where(list => list.Partnerships is not { Count: 0 }).Select(List).ToList();
        if (lists.Count == 0)
        {
            return new SummaryTable([], 0);
        }

        // A union leaves a review that stands in two lists once. Summaries are long: they are looked into only where the question or the
        // order asks for it, and read only for the rows shown, so that what is sorted stays small.
        var conditions = Conditions();
        var looksInto = conditions.Length > 0 || _query.Order is TableOrder.Reference or TableOrder.Publishing;
        var seen = $"({string.Join(" UNION ", lists)}) seen JOIN review r ON r.number = seen.number"
            + (looksInto ? $" JOIN summary s ON s.review = r.number WHERE true{conditions}" : "");
        var count = 0;
        using (var all = db.Prepare($"SELECT count(*) FROM {(conditions.Length == 0 ? $"({string.Join(" UNION ", lists)})" : seen)}"))
        {
            Bind(all);
            all.Step();
            count = (int)all.Int64(0);
        }

        var items = new List<ReviewSummary>();
        using var rows = db.Prepare($"""
            SELECT {SummaryRead.Columns} FROM (SELECT r.number FROM {seen} ORDER BY {Order} LIMIT {_query.Take} OFFSET {_query.Skip}) shown
                JOIN review r ON r.number = shown.number JOIN summary s ON s.review = r.number ORDER BY {Order}
            """);
        Bind(rows);
        while (rows.Step())
        {
            items.Add(SummaryRead.From(rows));
        }

        return new SummaryTable(items, count);
    }

    /// <summary>How time limits were kept, over all reviews of the lists.</summary>
    public IReadOnlyList<ProcessTimes> Times(Connection db)
    {
        var lists = _query.Lists.Where(list => list.Partnerships is not { Count: 0 }).Select(List).ToList();
        if (lists.Count == 0)
        {
            return [];
        }

        var found = new List<ProcessTimes>();
        using var rows = db.Prepare($"""
            SELECT r.process, json_extract(t.value, '$.stage'), sum(json_extract(t.value, '$.inTime')), sum(json_extract(t.value, '$.late'))
            FROM ({string.Join(" UNION ", lists)}) seen JOIN review r ON r.number = seen.number JOIN summary s ON s.review = r.number,
                json_each(s.json, '$.times') t GROUP BY 1, 2
            """);
        Bind(rows);
        while (rows.Step())
        {
            found.Add(new ProcessTimes(rows.Text(0), rows.Text(1), (int)rows.Int64(2), (int)rows.Int64(3)));
        }

        return found;
    }

    private string Conditions()
    {
        var conditions = string.Concat(_query.Words.Select(word => $" AND {Reference} LIKE {Value($"%{Escaped(word)}%")} ESCAPE '\\'"));
        if (_query.LateOrEscalatedOn is { } day)
        {
            conditions += $" AND (r.next_due < {Value(day.DayNumber)} OR json_extract(s.json, '$.escalations') > 0)";
        }

        if (_query.WithDutyToPublish)
        {
            conditions += " AND json_type(s.json, '$.publishing') = 'object'";
        }

        if (_query.LateToPublishOn is { } today)
        {
            conditions += $" AND {IsOwed} AND {ToPublishBy} < {Value(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}";
        }

        return conditions;
    }

    private string Order => _query.Order switch
    {
        TableOrder.Opened => "r.opened DESC, r.number DESC",
        TableOrder.Changed => "r.changed DESC, r.number DESC",
        TableOrder.Reference => $"{Reference} COLLATE NOCASE, r.number",
        TableOrder.Publishing => $"{IsOwed} DESC, CASE WHEN {IsOwed} THEN {ToPublishBy} END, {ToPublishBy} DESC, r.opened DESC, r.number DESC",
        _ => "r.next_due IS NULL, r.next_due, r.opened DESC, r.number DESC",
    };

    private string List(ReviewQuery list)
    {
        var sql = new StringBuilder(list.ToldTo is null
            ? "SELECT r.number FROM review r WHERE true" : "SELECT r.number FROM told t CROSS JOIN review r ON r.number = t.review WHERE true");
        Where("t.body =", list.ToldTo);
        Where("r.process =", list.Process);
        Where("r.stage =", list.Stage);
        Where("r.state =", list.State);
        Where("r.next_due <", list.OverdueOn?.DayNumber);
        if (list.Partnerships is { } partnerships)
        {
            sql.Append(" AND r.partnership IN (SELECT value FROM json_each(").Append(Value(JsonSerializer.Serialize(partnerships, StoredForm.Context.IReadOnlyListString))).Append("))");
        }

        return sql.ToString();

        void Where(string condition, object? value)
        {
            if (value is not null)
            {
                sql.Append(" AND ").Append(condition).Append(' ').Append(Value(value));
            }
        }
    }

    // The parameter that a value is bound to.
    private string Value(object value)
    {
        _values.Add(value);
        return $"?{_values.Count}";
    }

    private void Bind(Statement statement)
    {
        for (var at = 0; at < _values.Count; at++)
        {
            if (_values[at] is int number)
            {
                statement.Bind(at + 1, number);
            }
            else
            {
                statement.Bind(at + 1, (string)_values[at]);
            }
        }
    }

    private static string Escaped(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
