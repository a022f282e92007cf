using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Who has come into contact with a review, and may therefore see it though they are of no partnership.</summary>
public static class Audience
{
    // Most commands leave the items as they were.
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, ItemState>, string[]> Asked = [];

    /// <summary>The bodies that were written to, and the roles of which something was asked; in order.</summary>
    /// <param name="state">The state.</param>
    /// <param name="definition">The definition under which the review runs.</param>
    public static IReadOnlyList<string> Of(ReviewState state, ProcessDefinition definition)
    {
        var asked = Asked.GetValue(state.Items, items => RolesOf(items, ProcessPlan.Of(definition)));
        return state.ToldTo.Count == 0 ? asked :
            [.. state.ToldTo.Where(definition.Bodies.ContainsKey).Concat(asked).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string[] RolesOf(ImmutableDictionary<string, ItemState> items, ProcessPlan plan) =>
        [.. items.Values.Where(item => item.OpenedOn != default)
            .SelectMany(item => plan.Items[item.Definition].By).Distinct().Order(StringComparer.Ordinal)];
}
