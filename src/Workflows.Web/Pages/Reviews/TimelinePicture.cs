using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>
/// Draws a review's stages and time limits over the days, as an SVG. What is late is striped and says so, beside its colour;
/// a table below the picture tells the same.
/// </summary>
internal sealed class TimelinePicture
{
    private const int Width = 960;
    private const int Labels = 320;
    private const int RowHeight = 26;
    private const int Top = 40;
    private const int LongestLabel = 46;
    private const int MostRows = 60;
    private const int MostTicks = 10;

    private readonly StringBuilder _svg = new();
    private readonly DateOnly _first;
    private readonly double _perDay;

    private TimelinePicture(DateOnly first, DateOnly last)
    {
        _first = first;
        _perDay = (Width - Labels - 30.0) / Math.Max(1, last.DayNumber - first.DayNumber);
    }

    /// <summary>The picture.</summary>
    public static string Draw(ReviewView view)
    {
        var rows = Rows(view).Take(MostRows).ToList();
        var first = rows.Min(row => row.From);
        var last = rows.Max(row => row.Last);
        return new TimelinePicture(first, last.AddDays(1)).Draw(view, rows, last);
    }

    private string Draw(ReviewView view, List<Row> rows, DateOnly last)
    {
        var height = Top + (rows.Count * RowHeight) + 20;
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"app-timeline\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"picture-title picture-text\">");
        _svg.Append("<title id=\"picture-title\">Timeline of the review</title><desc id=\"picture-text\">Stages and time limits from ")
            .Append(Say.Day(_first)).Append(" to ").Append(Say.Day(last)).Append(". The tables below tell the same.</desc>");
        _svg.Append("<defs><pattern id=\"late\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + "<rect class=\"app-late-ground\" width=\"8\" height=\"8\"/><line class=\"app-late-lines\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"8\"/></pattern></defs>");
        Grid(last, height);
        for (var index = 0; index < rows.Count; index++)
        {
            Draw(rows[index], Top + (index * RowHeight), view.Today);
        }

        if (view.State.IsOpen)
        {
            var x = X(view.Today);
            Line("app-today", x, Top - 16, x, height - 14);
            Text(x, height - 2, "today", "middle");
        }

        return _svg.Append("</svg>").ToString();
    }

    private void Draw(Row row, int y, DateOnly today)
    {
        Text(0, y + 16, Shorten(row.Title), "start");
        if (row.Due is not { } due)
        {
            Bar("app-bar-stage", X(row.From), X(row.Last), y);
            return;
        }

        var done = row.Done ?? today;
        Bar(row.Done is null ? "app-bar" : "app-bar-done", X(row.From), X(done < due ? done : due), y);
        if (done > due)
        {
            Bar("late", X(due), X(done), y);
            Text(X(done) + 5, y + 16, "late", "start");
        }

        var x = X(due);
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"app-due\" d=\"M{x:0.#} {y + 2} l5 9 l-5 9 l-5 -9 z\"/>");
    }

    private void Grid(DateOnly last, int height)
    {
        var months = Enumerable.Range(0, 600).Select(month => new DateOnly(_first.Year, _first.Month, 1).AddMonths(month))
            .Where(month => month >= _first).TakeWhile(month => month <= last).ToList();
        var step = Math.Max(1, (months.Count + MostTicks - 1) / MostTicks);
        var ticks = months.Count >= 2 ? months.Where((_, index) => index % step == 0) : [_first, last];
        foreach (var tick in ticks)
        {
            Line("app-grid", X(tick), Top - 8, X(tick), height - 14);
            Text(X(tick), Top - 20, tick.ToString(months.Count >= 2 ? "MMM yyyy" : "d MMM", CultureInfo.InvariantCulture), "middle");
        }
    }

    private void Bar(string look, double from, double to, int y)
    {
        var fill = look == "late" ? "fill=\"url(#late)\"" : $"class=\"{look}\"";
        _svg.Append(CultureInfo.InvariantCulture, $"<rect {fill} x=\"{from:0.#}\" y=\"{y + 4}\" width=\"{Math.Max(2, to - from):0.#}\" height=\"14\"/>");
    }

    private void Line(string look, double x1, double y1, double x2, double y2) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{look}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>");

    private void Text(double x, double y, string text, string anchor) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(text)}</text>");

    private double X(DateOnly day) => Labels + ((day.DayNumber - _first.DayNumber) * _perDay);

    private static string Shorten(string text) => text.Length <= LongestLabel ? text : text[..(LongestLabel - 1)].TrimEnd() + "…";

    private static IEnumerable<Row> Rows(ReviewView view)
    {
        var end = view.State.IsOpen ? view.Today : Process.Calendar.LondonTime.DateOf(view.State.ChangedAt);
        var stages = view.Definition.Stages.Where(stage => view.State.Stages.ContainsKey(stage.Id))
            .Select(stage => (stage.Title, On: view.State.Stages[stage.Id])).OrderBy(stage => stage.On).ToList();
        for (var index = 0; index < stages.Count; index++)
        {
            var until = index + 1 < stages.Count ? stages[index + 1].On : end;
            yield return new Row($"Stage: {stages[index].Title}", stages[index].On, Due: null, Done: null, until > stages[index].On ? until : stages[index].On);
        }

        foreach (var deadline in view.Deadlines)
        {
            var from = deadline.Anchor <= deadline.DueOn ? deadline.Anchor : deadline.DueOn;
            var last = deadline.MetOn is { } met && met > deadline.DueOn ? met
                : deadline.IsRunning && view.Today > deadline.DueOn ? view.Today : deadline.DueOn;
            yield return new Row(view.TitleOf(deadline), from, deadline.DueOn, deadline.MetOn, last);
        }
    }

    private sealed record Row(string Title, DateOnly From, DateOnly? Due, DateOnly? Done, DateOnly Last);
}
