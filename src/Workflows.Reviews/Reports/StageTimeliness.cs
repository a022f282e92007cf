using Workflows.Process.State;
using Workflows.Reviews.Desk;

namespace Workflows.Reviews.Reports;

/// <summary>How the time limits of a stage were kept.</summary>
/// <param name="Stage">Title of the stage, or <c>Alongside</c>.</param>
/// <param name="InTime">Done in time.</param>
/// <param name="Late">Done late.</param>
/// <param name="Overdue">Not done when the year, or the present day, ended, though due.</param>
/// <param name="MedianDays">Median of calendar days from the date counted from to the day done, or null where none was done.</param>
public sealed record StageTimeliness(string Stage, int InTime, int Late, int Overdue, decimal? MedianDays)
{
    internal static IReadOnlyList<StageTimeliness> Of(
        IReadOnlyList<ReviewFile> files, DateOnly from, DateOnly until, DateOnly today)
    {
        var end = until < today ? until : today;
        return [.. files.SelectMany(file => file.State.Deadlines.Values.Where(each => !each.Cancelled)
                .Select(deadline => (Stage: StageOf(file, deadline), Deadline: deadline)))
            .Where(pair => EndedIn(pair.Deadline, from, end))
            .GroupBy(pair => pair.Stage)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of(group.Key, [.. group.Select(pair => pair.Deadline)], end))];
    }

    private static StageTimeliness Of(string stage, IReadOnlyList<DeadlineState> deadlines, DateOnly end)
    {
        var done = deadlines.Where(each => each.MetOn <= end).ToArray();
        return new StageTimeliness(
            stage,
            done.Count(each => each.MetOn <= each.DueOn),
            done.Count(each => each.MetOn > each.DueOn),
            deadlines.Count - done.Length,
            Median([.. done.Where(each => each.MetOn >= each.Anchor).Select(each => each.MetOn!.Value.DayNumber - each.Anchor.DayNumber)]));
    }

    // Ended in the year: done in it, or due in it or before and not done.
    private static bool EndedIn(DeadlineState deadline, DateOnly from, DateOnly end) =>
        deadline.MetOn is { } met ? met >= from && (met <= end || deadline.DueOn < end) : deadline.DueOn < end;

    private static decimal? Median(int[] days)
    {
        if (days.Length == 0)
        {
            return null;
        }

        Array.Sort(days);
        var middle = days.Length / 2;
        return days.Length % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2m;
    }

    private static string StageOf(ReviewFile file, DeadlineState deadline)
    {
        var stage = Timeliness.StageOf(deadline, file.Definition);
        return file.Definition.Stages.FirstOrDefault(each => each.Id == stage)?.Title ?? "Alongside";
    }
}
