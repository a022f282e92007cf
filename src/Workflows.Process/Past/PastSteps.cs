using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Past;

/// <summary>Brings what was done in a review from before to the items of its process, one step an instance.</summary>
internal static class PastSteps
{
    /// <summary>The steps by instance, in the order of the process.</summary>
    public static List<PastStep> Spread(
        IReadOnlyList<PastStep> steps, ReviewState state, ProcessPlan plan, List<PastProblem> problems)
    {
        var spread = new List<PastStep>();
        foreach (var step in steps)
        {
            spread.AddRange(Spread(step, state, plan, problems));
        }

        foreach (var twice in spread.GroupBy(step => step.Item).Where(group => group.Count() > 1))
        {
            problems.Add(new PastProblem(
                $"{twice.Key}.on", "This is told twice.", "Give it once: for one of several by its number, or for all together."));
        }

        var order = plan.Definition.Items.Select((item, index) => (item.Id, index)).ToDictionary();
        return [.. spread.OrderBy(step => order[ItemOf(step.Item, plan)!.Id]).ThenBy(step => step.Item.Length).ThenBy(step => step.Item, StringComparer.Ordinal)];
    }

    /// <summary>The item that an instance belongs to, or null where the process has none.</summary>
    public static ItemDefinition? ItemOf(string instance, ProcessPlan plan)
    {
        if (plan.Items.TryGetValue(instance, out var item))
        {
            return item;
        }

        var dash = instance.LastIndexOf('-');
        return dash > 0 && int.TryParse(instance.AsSpan(dash + 1), out var number) && number > 0
            && plan.Items.GetValueOrDefault(instance[..dash]) is { } several && (several.Each ?? several.Repeat as object) is not null
                ? several : null;
    }

    private static IEnumerable<PastStep> Spread(
        PastStep step, ReviewState state, ProcessPlan plan, List<PastProblem> problems)
    {
        if (ItemOf(step.Item, plan) is not { } item)
        {
            problems.Add(new PastProblem(
                $"{step.Item}.on", $"{plan.Definition.Key} has no step '{step.Item}'.", "Leave this empty, or choose another process."));
            return [];
        }

        if (item is NoticeDefinition or WaitDefinition or RegisterDefinition)
        {
            problems.Add(new PastProblem(
                $"{step.Item}.on", $"'{item.Title}' is done by nobody in particular.", "Leave it empty: it follows by itself."));
            return [];
        }

        if (item.Each is null)
        {
            return [step];
        }

        var instances = Instance.Of(item, state).ToArray();
        if (step.Item == item.Id)
        {
            return instances.Select(instance => step with { Item = instance.Id });
        }

        if (instances.Any(instance => instance.Id == step.Item))
        {
            return [step];
        }

        problems.Add(new PastProblem(
            $"{step.Item}.on", $"There are {instances.Length} of '{item.Title}', one for each answer in facts.{item.Each}.",
            "Give a number that there is."));
        return [];
    }
}
