using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Checks;

namespace Workflows.Process.Decisions;

/// <summary>A definition with what deciding looks up again and again worked out once.</summary>
internal sealed class ProcessPlan
{
    private static readonly ConditionalWeakTable<ProcessDefinition, ProcessPlan> Known = [];

    private ProcessPlan(ProcessDefinition definition)
    {
        Definition = definition;
        Items = definition.Items.ToFrozenDictionary(item => item.Id);
        Stages = definition.Stages.ToFrozenDictionary(stage => stage.Id);
        Graph = new StageGraph(definition);
        StageOf = definition.Stages
            .SelectMany(stage => stage.Items.Select(item => (item.Id, Stage: stage.Id)))
            .ToFrozenDictionary(pair => pair.Id, pair => pair.Stage);
        Scopes = definition.Stages
            .ToFrozenDictionary(stage => stage.Id, stage => stage.Items.Concat(definition.Alongside).ToArray());
        Ladders = definition.Ladders.ToFrozenDictionary(ladder => ladder.Key, ladder => Steps(ladder.Value).ToArray());
        Deadlines = definition.AllDeadlines.ToFrozenDictionary(deadline => deadline.Id);
        DeadlinesMetBy = definition.Deadlines
            .SelectMany(deadline => deadline.MetBy.Select(item => (item, deadline)))
            .GroupBy(pair => pair.item, pair => pair.deadline)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Followers = definition.Items
            .SelectMany(item => item.After.Select(before => (before.Item, item.Id))
                .Concat(item is ApprovalDefinition { About: { } about } ? [(about, item.Id)] : []))
            .GroupBy(pair => pair.Item1, pair => pair.Item2)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray());
        PublishersOf = definition.Items.Where(item => item.Publishes is not null)
            .GroupBy(item => item.Publishes!.Document).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Facts = definition.Facts.Concat(definition.Items.SelectMany(item => item.Ask))
            .Concat(definition.Items.OfType<DecisionDefinition>().SelectMany(item => item.Ask))
            .GroupBy(fact => fact.Name).ToFrozenDictionary(group => group.Key, group => group.First());
    }

    public ProcessDefinition Definition { get; }

    public FrozenDictionary<string, ItemDefinition> Items { get; }

    public FrozenDictionary<string, StageDefinition> Stages { get; }

    /// <summary>Which stage can still follow which.</summary>
    public StageGraph Graph { get; }

    public FrozenDictionary<string, string> StageOf { get; }

    /// <summary>By stage: its items, and those alongside.</summary>
    public FrozenDictionary<string, ItemDefinition[]> Scopes { get; }

    /// <summary>By name: a ladder's rungs, a repeating one as often as it fires.</summary>
    public FrozenDictionary<string, LadderStep[]> Ladders { get; }

    public FrozenDictionary<string, DeadlineDefinition> Deadlines { get; }

    public FrozenDictionary<string, DeadlineDefinition[]> DeadlinesMetBy { get; }

    /// <summary>Items that come after an item.</summary>
    public FrozenDictionary<string, string[]> Followers { get; }

    /// <summary>By document: the items that publish it.</summary>
    public FrozenDictionary<string, ItemDefinition[]> PublishersOf { get; }

    public FrozenDictionary<string, FactDefinition> Facts { get; }

    /// <summary>A ladder's rungs, a repeating one as often as it fires.</summary>
    public static IEnumerable<LadderStep> Steps(LadderDefinition ladder) =>
        ladder.Rungs.SelectMany(rung => Enumerable.Range(1, rung.Times).Select(time => new LadderStep(
            rung.Times == 1 ? $"{rung.Number}" : $"{rung.Number}.{time}",
            new Budget(rung.Budget.Amount * time, rung.Budget.Unit), rung)));

    public static ProcessPlan Of(ProcessDefinition definition) =>
        Known.GetValue(definition, key => new ProcessPlan(key));

    /// <summary>Every item that comes after these, directly or not.</summary>
    public IReadOnlyCollection<string> AllFollowers(IEnumerable<string> items)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>(items);
        while (open.TryPop(out var item))
        {
            foreach (var follower in Followers.GetValueOrDefault(item, []))
            {
                if (found.Add(follower))
                {
                    open.Push(follower);
                }
            }
        }

        return found;
    }
}

/// <summary>One firing of a rung: the key under which it is journalled, and how far from the due day it falls.</summary>
internal sealed record LadderStep(string Key, Budget Budget, RungDefinition Rung);
