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
    private const int Right = 130;
    private const int RowHeight = 26;
    private const int Top = 40;
    private const int Foot = 62;
    private const int Indent = 14;
    private const int LongestLabel = 44;
    private const int MostRows = 60;
    private const int MostTicks = 7;
    private const int DaysAhead = 120;

    private readonly StringBuilder _svg = new();
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly double _perDay;

    private TimelinePicture(DateOnly first, DateOnly last)
    {
        _first = first;
        _last = last;
        _perDay = (Width - Labels - (double)Right) / Math.Max(1, last.DayNumber - first.DayNumber);
    }

    /// <summary>The picture.</summary>
    public static string Draw(ReviewView view)
    {
        var rows = TimelineRow.Of(view).Take(MostRows).ToList();
        var first = rows.Min(row => row.From);

        // What is due years ahead is said in words, or all that happened would be too small to see.
        var near = view.Today.AddDays(DaysAhead);
        var last = rows.Max(row => row.Last > near ? row.Done ?? view.Today : row.Last);
        return new TimelinePicture(first, last.AddDays(1)).Draw(view, rows, last);
    }

    private string Draw(ReviewView view, List<TimelineRow> rows, DateOnly last)
    {
        var height = Top + (rows.Count * RowHeight) + Foot;
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"app-timeline\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"picture-title picture-text\">");
        _svg.Append("<title id=\"picture-title\">Timeline of the review</title><desc id=\"picture-text\">Stages and time limits from ")
            .Append(Say.Day(_first)).Append(" to ").Append(Say.Day(last)).Append(". The tables below tell the same.</desc>");
        _svg.Append("<defs><pattern id=\"late\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + "<rect class=\"app-late-ground\" width=\"8\" height=\"8\"/><line class=\"app-late-lines\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"8\"/></pattern></defs>");
        foreach (var index in Enumerable.Range(0, rows.Count).Where(index => rows[index].Due is null))
        {
            Rectangle("class=\"app-row\"", 0, Top + (index * RowHeight), Width, RowHeight - 2);
        }

        Grid(last, height - Foot + 6);
        for (var index = 0; index < rows.Count; index++)
        {
            Draw(rows[index], Top + (index * RowHeight), view.Today);
        }

        if (view.State.IsOpen)
        {
            var x = X(view.Today);
            Line("app-today", x, Top - 16, x, height - Foot + 6);
            Text(x, height - Foot + 20, "today", "middle");
        }

        Legend(height - 22);

        return _svg.Append("</svg>").ToString();
    }

    private void Draw(TimelineRow row, int y, DateOnly today)
    {
        if (row.Due is not { } due)
        {
            Text(0, y + 16, Shorten(row.Title), "start", "class=\"app-strong\"");
            if (row.IsStage)
            {
                Bar("app-bar-stage", X(row.From), X(row.Last), y);
            }

            return;
        }

        Text(Indent, y + 16, Shorten(row.Title), "start");
        var done = row.Done ?? today;
        if (due > _last)
        {
            Bar(row.Done is null ? "app-bar" : "app-bar-done", X(row.From < done ? row.From : done), X(done), y);
            Text(X(done) + 9, y + 16, $"due {Say.Day(due)}", "start");
            return;
        }

        Bar(row.Done is null ? "app-bar" : "app-bar-done", X(row.From), X(done < due ? done : due), y);
        var late = done.DayNumber - due.DayNumber;
        if (late > 0)
        {
            Bar("late", X(due), X(done), y);
        }

        Diamond(X(due), y + 2);
        string?[] words = [late > 0 ? $"{late} {(late == 1 ? "day" : "days")} late" : null, row.IsExtended ? "extended" : null];
        if (string.Join(", ", words.OfType<string>()) is { Length: > 0 } said)
        {
            Text(Math.Max(X(due), X(done > due ? done : due)) + 9, y + 16, said, "start");
        }
    }

    private void Legend(int y)
    {
        var x = 0;
        foreach (var (look, word, width) in new[] { ("app-bar-stage", "stage", 90), ("app-bar-done", "done in time", 130), ("app-bar", "running", 100), ("late", "late", 80) })
        {
            Rectangle(look == "late" ? "fill=\"url(#late)\"" : $"class=\"{look}\"", x, y, 26, 14);
            Text(x + 33, y + 12, word, "start");
            x += width;
        }

        Diamond(x + 5, y - 2);
        Text(x + 18, y + 12, "the day on which it is due", "start");
    }

    private void Diamond(double x, int y) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"app-due\" d=\"M{x:0.#} {y} l5 9 l-5 9 l-5 -9 z\"/>");

    private void Grid(DateOnly last, int height)
    {
        var months = Enumerable.Range(0, 600).Select(month => new DateOnly(_first.Year, _first.Month, 1).AddMonths(month))
            .Where(month => month >= _first).TakeWhile(month => month <= last).ToList();
        var step = Math.Max(1, (months.Count + MostTicks - 1) / MostTicks);
        var ticks = months.Count >= 2 ? months.Where((_, index) => index % step == 0) : [_first, last];
        foreach (var tick in ticks)
        {
            Line("app-grid", X(tick), Top - 8, X(tick), height);
            Text(X(tick), Top - 20, tick.ToString(months.Count >= 2 ? "MMM yyyy" : "d MMM", CultureInfo.InvariantCulture), "middle");
        }
    }

    private void Bar(string look, double from, double to, int y) =>
        Rectangle(look == "late" ? "fill=\"url(#late)\"" : $"class=\"{look}\"", from, y + 4, Math.Max(2, to - from), 14);

    private void Rectangle(string look, double x, int y, double width, int height) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect {look} x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{height}\"/>");

    private void Line(string look, double x1, double y1, double x2, double y2) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{look}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>");

    private void Text(double x, double y, string text, string anchor, string look = "") =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text {look} x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(text)}</text>");

    private double X(DateOnly day) => Labels + ((day.DayNumber - _first.DayNumber) * _perDay);

    private static string Shorten(string text) => text.Length <= LongestLabel ? text : text[..(LongestLabel - 1)].TrimEnd() + "…";
}
