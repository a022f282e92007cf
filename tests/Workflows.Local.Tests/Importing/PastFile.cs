using System.Text;

namespace Workflows.Local.Tests.Importing;

/// <summary>A made-up file of reviews from before: four kinds of life, in which single cells are then spoilt.</summary>
internal sealed class PastFile
{
    public static readonly string[] Columns =
    [
        "process", "partnership", "reference", "openedOn", "closedOn", "withdrawnOn", "withdrawalReason",
        "facts.awareOn", "facts.harm", "facts.agencies", "facts.abuseSuspected", "notification.on", "agency-summary.on", "rapid-review-meeting.on",
        "rapid-review-report.on", "rapid-review-report.sha256", "rapid-review-sign-off.on", "rapid-review-sign-off.by",
        "next-step.on", "next-step.outcome", "next-step.rationale", "facts.recurrentThemes", "send-rapid-review.on",
        "initiation.on", "facts.reviewerCount", "settings.rapidReviewClock", "chair-decision.on", "chair-decision.outcome",
    ];

    private readonly List<Dictionary<string, string>> _rows = [];

    /// <summary>Whole lines in place of made ones, by line.</summary>
    public Dictionary<int, string> Instead { get; } = [];

    public int Count => _rows.Count;

    public static PastFile Of(int rows)
    {
        var file = new PastFile();
        for (var at = 0; at < rows; at++)
        {
            file._rows.Add(Life(at));
        }

        return file;
    }

    /// <summary>Changes one cell of the review on a line of the file.</summary>
    public void Set(int line, string column, string text) => _rows[line - 2][column] = text;

    public string Cell(int line, string column) => _rows[line - 2].GetValueOrDefault(column, string.Empty);

    public string Text(string newline = "\n")
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append(newline);
        foreach (var (at, row) in _rows.Index())
        {
            text.Append(Instead.TryGetValue(at + 2, out var line) ? line : Line(row)).Append(newline);
        }

        return text.ToString();
    }

    public string Line(int line) => Line(_rows[line - 2]);

    private static string Line(Dictionary<string, string> row) => string.Join(',', Columns.Select(column => Quoted(row.GetValueOrDefault(column, string.Empty))));

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Dictionary<string, string> Life(int at)
    {
        var day = new DateOnly(2019, 1, 7).AddDays(at % 1500);
        string On(int days) => $"{day.AddDays(days):yyyy-MM-dd}";
        var row = new Dictionary<string, string>
        {
            ["process"] = "lcspr", ["partnership"] = "fernshire", ["reference"] = $"PAST-{at + 1}",
            ["facts.awareOn"] = On(0), ["facts.harm"] = at % 2 == 0 ? "harmed" : "died", ["facts.agencies"] = "Education; Health visiting",
            ["notification.on"] = On(at % 3 == 0 ? 20 : 4),
        };
        var rapid = at % 3 == 0 ? 20 : 4;
        switch (at % 4)
        {
            case 0:
                Rapid(row, On, rapid);
                row["next-step.outcome"] = "none";
                row["closedOn"] = On(rapid + 90);
                break;
            case 1:
                Rapid(row, On, rapid);
                row["next-step.outcome"] = "commission";
                row["initiation.on"] = On(rapid + 18);
                break;
            case 2:
                row["withdrawnOn"] = On(rapid + 3);
                row["withdrawalReason"] = "The criteria were not met, as the \"second look\" showed.";
                break;
            default:
                row["openedOn"] = On(1);
                row["notification.on"] = On(5);
                break;
        }

        return row;
    }

    private static void Rapid(Dictionary<string, string> row, Func<int, string> on, int rapid)
    {
        row["agency-summary.on"] = on(rapid + 8);
        row["rapid-review-meeting.on"] = on(rapid + 10);
        row["rapid-review-report.on"] = on(rapid + 12);
        row["rapid-review-report.sha256"] = new string('c', 64);
        row["rapid-review-sign-off.on"] = on(rapid + 13);
        row["next-step.on"] = on(rapid + 14);
        row["next-step.rationale"] = "Reasons, on two lines:\nthe second.";
        row["facts.recurrentThemes"] = "yes";
        row["send-rapid-review.on"] = on(rapid + 16);
    }
}
