using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;

namespace Workflows.Reviews.Reports;

/// <summary>
/// A year's reviews of all areas, by area and the decision on the way ahead that holds now, for the Panel: counts from which small numbers are left out
/// (<see cref="SuppressedTable"/>), so that no child can be picked out.
/// </summary>
/// <param name="From">First day of the year.</param>
/// <param name="Until">Last day of the year.</param>
/// <param name="Table">The counts.</param>
public sealed record NationalFigures(DateOnly From, DateOnly Until, SuppressedTable Table)
{
    /// <summary>Makes the figures.</summary>
    /// <param name="files">Reviews of all areas.</param>
    /// <param name="from">First day of the year.</param>
    /// <param name="nameOf">Name of a partnership.</param>
    public static NationalFigures Of(IEnumerable<ReviewFile> files, DateOnly from, Func<string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(nameOf);
        var until = from.AddYears(1).AddDays(-1);
        var cells = files.Where(file => file.State.OpenedOn >= from && file.State.OpenedOn <= until)
            .Select(file => (Area: nameOf(file.State.Partnership), Kind: KindOf(file))).ToArray();
        var rows = cells.Select(cell => cell.Area).Distinct().Order(StringComparer.Ordinal).ToArray();
        var columns = cells.Select(cell => cell.Kind).Distinct().Order(StringComparer.Ordinal).ToArray();
        var counts = new int[rows.Length, columns.Length];
        foreach (var (area, kind) in cells)
        {
            counts[Array.IndexOf(rows, area), Array.IndexOf(columns, kind)]++;
        }

        return new NationalFigures(from, until, SuppressedTable.Of(rows, columns, counts));
    }

    // The way that holds now: what was decided last, and not undone since, of the outcomes that choose a way on or an end. An answer
    // that leaves the way as it is chooses none; before any choice, that it is not decided.
    private static string KindOf(ReviewFile file)
    {
        var last = file.Definition.Items.OfType<DecisionDefinition>()
            .SelectMany((decision, place) => file.State.Items.Values.Where(item => item.Definition == decision.Id && item.Outcome is not null)
                .Select(item => (Made: item, Place: place, Outcome: decision.Outcomes.FirstOrDefault(each => each.Id == item.Outcome))))
            .Where(choice => choice.Outcome is { Go: not null } or { Close: not null })
            .OrderBy(choice => choice.Made.DoneAt).ThenBy(choice => choice.Made.DoneOn).ThenBy(choice => choice.Place).LastOrDefault();
        return $"{file.Definition.Title}: {last.Outcome?.Title ?? (file.State.IsOpen ? "not decided yet" : "ended before a decision")}";
    }
}
