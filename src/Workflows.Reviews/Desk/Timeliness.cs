using System.Runtime.CompilerServices;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Desk;

/// <summary>What lists and charts need of how a review's time limits were kept.</summary>
internal static class Timeliness
{
    // Asked at every append, so that what only the definition says is looked up once a definition.
    private static readonly ConditionalWeakTable<ProcessDefinition, Shape> Shapes = [];

    /// <summary>Time limits that have ended, by the stage of their work, in the order of the definition; stages without any are left out.</summary>
    public static IReadOnlyList<StageTimes> Of(ReviewState state, ProcessDefinition definition)
    {
        var stages = Shapes.GetValue(definition, ShapeOf).Stages;
        var counts = new Dictionary<string, (int InTime, int Late)>();
        foreach (var deadline in state.Deadlines.Values)
        {
            if (deadline is { Cancelled: false, MetOn: { } met } && stages.TryGetValue(deadline.Definition, out var stage))
            {
                var (inTime, late) = counts.GetValueOrDefault(stage);
                counts[stage] = met <= deadline.DueOn ? (inTime + 1, late) : (inTime, late + 1);
            }
        }

        return [.. definition.Stages.Select(stage => stage.Id).Append(string.Empty).Where(counts.ContainsKey)
            .Select(stage => new StageTimes(stage, counts[stage].InTime, counts[stage].Late))];
    }

    /// <summary>The stage in which a time limit belongs; empty for one of none.</summary>
    public static string StageOf(DeadlineState deadline, ProcessDefinition definition) =>
        Shapes.GetValue(definition, ShapeOf).Stages.GetValueOrDefault(deadline.Definition, string.Empty);

    /// <summary>Time limits about which a delay notice went, or waits for release.</summary>
    public static int Escalations(ReviewState state, ProcessDefinition definition)
    {
        var escalating = Shapes.GetValue(definition, ShapeOf).Escalating;
        return state.Deadlines.Values.Count(deadline => !deadline.Cancelled
            && escalating.TryGetValue(deadline.Definition, out var rungs)
            && deadline.Fired.Any(fired => rungs.Contains(fired.Split('.')[0])));
    }

    private static Shape ShapeOf(ProcessDefinition definition)
    {
        var deadlines = definition.AllDeadlines.DistinctBy(deadline => deadline.Id).ToArray();
        return new Shape(
            deadlines.ToDictionary(deadline => deadline.Id, deadline => StageOf(deadline, definition)),
            deadlines.ToDictionary(deadline => deadline.Id, deadline => EscalatingRungs(deadline, definition)));
    }

    // A deadline belongs where the work is that ends it.
    private static string StageOf(DeadlineDefinition deadline, ProcessDefinition definition) =>
        definition.Stages.FirstOrDefault(stage => stage.Items.Any(item =>
            deadline.MetBy.Contains(item.Id) || item.Due?.Id == deadline.Id))?.Id ?? string.Empty;

    private static HashSet<string> EscalatingRungs(DeadlineDefinition deadline, ProcessDefinition definition) =>
        deadline.Ladder is { } ladder && definition.Ladders.TryGetValue(ladder, out var steps)
            ? [.. steps.Rungs.Where(rung => rung.Escalates).Select(rung => $"{rung.Number}")] : [];

    /// <summary>What a definition says of its deadlines, by their identifiers.</summary>
    /// <param name="Stages">Stages in which they belong; empty for those of none.</param>
    /// <param name="Escalating">Numbers of the rungs that escalate.</param>
    private sealed record Shape(Dictionary<string, string> Stages, Dictionary<string, HashSet<string>> Escalating);
}
