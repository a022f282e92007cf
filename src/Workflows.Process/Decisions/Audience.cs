using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Workflows.Process.Definitions;
using Workflows.Process.Learning;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Who has come into contact with a review, and may therefore see it though they are of no partnership.</summary>
public static class Audience
{
    // Most commands leave the items as they were.
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, ItemState>, Tuple<ProcessDefinition, string[]>> Asked = [];

    /// <summary>
    /// The bodies that were written to, the role in which it was opened, and the roles of which something was asked; in order. Those
    /// who answer for a recommendation stand there under <see cref="LearningAccess.KeyOf"/>: they see that, and not the review.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="definition">The definition under which the review runs.</param>
    public static IReadOnlyList<string> Of(ReviewState state, ProcessDefinition definition)
    {
        var (under, asked) = Asked.GetValue(state.Items, items => Tuple.Create(definition, RolesOf(items, ProcessPlan.Of(definition))));
        asked = under == definition ? asked : RolesOf(state.Items, ProcessPlan.Of(definition));
        return state.ToldTo.Count == 0 && state.Learning.Recommendations.Count == 0 && (state.OpenedAs.Length == 0 || asked.Contains(state.OpenedAs)) ? asked :
            [.. state.ToldTo.Where(definition.Bodies.ContainsKey).Concat(asked).Append(state.OpenedAs)
                .Concat(state.Learning.Recommendations.SelectMany(LearningAccess.OwnersOf).Select(LearningAccess.KeyOf))
                .Where(each => each.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string[] RolesOf(ImmutableDictionary<string, ItemState> items, ProcessPlan plan) =>
        [.. items.Values.Where(item => item.OpenedOn != default)
            .SelectMany(item => plan.Items[item.Definition].By).Distinct().Order(StringComparer.Ordinal)];
}
