using Workflows.Process.Calendar;
using Workflows.Process.State;

namespace Workflows.Web.Pages.Reviews;

/// <summary>A row of the picture of a timeline: a stage, or a time limit below the stage of its work.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="From">First day of its bar.</param>
/// <param name="Last">Last day that is drawn of it.</param>
internal sealed record TimelineRow(string Title, DateOnly From, DateOnly Last)
{
    /// <summary>Whether it is a stage.</summary>
    public bool IsStage { get; init; }

    /// <summary>The day on which it is due; null for headings.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The day on which it was done, or null.</summary>
    public DateOnly? Done { get; init; }

    /// <summary>Whether its day was given anew.</summary>
    public bool IsExtended { get; init; }

    /// <summary>The rows of a review: its stages in the order in which they began, each with its time limits; then what runs alongside.</summary>
    public static IEnumerable<TimelineRow> Of(ReviewView view)
    {
        var end = view.State.IsOpen ? view.Today : LondonTime.DateOf(view.State.ChangedAt);
        var limits = view.Deadlines.ToLookup(deadline => StageOf(view, deadline));
        var stages = view.Definition.Stages.Where(stage => view.State.Stages.ContainsKey(stage.Id))
            .OrderBy(stage => view.State.Stages[stage.Id]).ToList();
        for (var index = 0; index < stages.Count; index++)
        {
            var (stage, from) = (stages[index], view.State.Stages[stages[index].Id]);
            var until = index + 1 < stages.Count ? view.State.Stages[stages[index + 1].Id] : end;
            yield return new TimelineRow(stage.Title, from, until > from ? until : from) { IsStage = true };
            foreach (var limit in limits[stage.Id])
            {
                yield return Of(view, limit);
            }
        }

        var shown = stages.Select(stage => stage.Id).ToHashSet(StringComparer.Ordinal);
        var rest = limits.Where(group => !shown.Contains(group.Key)).SelectMany(group => group).OrderBy(limit => limit.DueOn).ToList();
        if (rest.Count > 0)
        {
            yield return new TimelineRow("Alongside, and still to come", rest[0].DueOn, rest[0].DueOn);
        }

        foreach (var limit in rest)
        {
            yield return Of(view, limit);
        }
    }

    private static TimelineRow Of(ReviewView view, DeadlineState limit)
    {
        var last = limit.MetOn is { } met && met > limit.DueOn ? met
            : limit.IsRunning && view.Today > limit.DueOn ? view.Today : limit.DueOn;
        return new TimelineRow(view.TitleOf(limit), limit.Anchor <= limit.DueOn ? limit.Anchor : limit.DueOn, last)
        {
            Due = limit.DueOn, Done = limit.MetOn, IsExtended = limit.ExtendedTo is not null,
        };
    }

    // A time limit belongs where the work is that ends it.
    private static string StageOf(ReviewView view, DeadlineState limit)
    {
        var rule = view.RuleOf(limit);
        return view.Definition.Stages.FirstOrDefault(stage => stage.Items.Any(item =>
            rule.MetBy.Contains(item.Id) || item.Due?.Id == rule.Id))?.Id ?? string.Empty;
    }
}
