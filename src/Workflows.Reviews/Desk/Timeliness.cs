using System.Runtime.CompilerServices;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Desk;

/// <summary>What lists and charts need of how a review's time limits were kept.</summary>
internal static class Timeliness
{
    private static readonly ConditionalWeakTable<ProcessDefinition, Dictionary<string, string>> Stages = [];

    /// <summary>Time limits that have ended, by the stage of their work, in the order of the definition; stages without any are left out.</summary>
    public static IReadOnlyList<StageTimes> Of(ReviewState state, ProcessDefinition definition)
    {
        var stages = Stages.GetValue(definition, Map);
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

    /// <summary>Time limits about which a delay notice went, or waits for release.</summary>
    public static int Escalations(ReviewState state, ProcessDefinition definition) =>
        state.Deadlines.Values.Count(deadline => !deadline.Cancelled && deadline.Fired.Count > 0 && IsEscalated(deadline, definition));

    private static bool IsEscalated(DeadlineState deadline, ProcessDefinition definition) =>
        definition.AllDeadlines.FirstOrDefault(rule => rule.Id == deadline.Definition)?.Ladder is { } ladder
        && definition.Ladders.TryGetValue(ladder, out var steps)
        && steps.Rungs.Any(rung => rung.Escalates && deadline.Fired.Any(fired => fired.Split('.')[0] == $"{rung.Number}"));

    // A deadline belongs where the work is that ends it.
    private static Dictionary<string, string> Map(ProcessDefinition definition) => definition.AllDeadlines
        .GroupBy(deadline => deadline.Id)
        .ToDictionary(group => group.Key, group => definition.Stages.FirstOrDefault(stage => stage.Items.Any(item =>
            group.First().MetBy.Contains(item.Id) || item.Due?.Id == group.Key))?.Id ?? string.Empty);
}
