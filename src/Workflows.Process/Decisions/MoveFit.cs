using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Whether what a review has done and answered has its place in a newer version of its process.</summary>
internal static class MoveFit
{
    /// <summary>What does not fit, a sentence each; none where the review can be moved.</summary>
    public static IReadOnlyList<string> Problems(
        ReviewState state, ProcessPlan from, ProcessPlan to, IReadOnlyDictionary<string, string> given)
    {
        var name = to.Definition.Key;
        return
        [
            .. Stages(state, from, to, name),
            .. Answers(state, to, name),
            .. Missing(state, to, given).Select(fact => $"{name} asks at opening what is not known: {fact.Ask} ({fact.Name})"),
            .. state.ItemsInOrder.Select(item => Item(item, from, to, name)).OfType<string>(),
        ];
    }

    /// <summary>What the newer version asks at opening and nobody has answered.</summary>
    public static IReadOnlyList<FactDefinition> Missing(
        ReviewState state, ProcessPlan to, IReadOnlyDictionary<string, string> given) =>
        [.. to.Definition.Facts.Where(fact => fact.Required && !state.Facts.ContainsKey(fact.Name) && !given.ContainsKey(fact.Name))];

    private static IEnumerable<string> Stages(ReviewState state, ProcessPlan from, ProcessPlan to, string name) =>
        new[] { state.Stage, state.NextStage }.OfType<string>().Where(stage => !to.Stages.ContainsKey(stage))
            .Select(stage => $"The review stands in, or goes on to, the stage '{from.Stages[stage].Title}', which {name} does not have.");

    private static IEnumerable<string> Answers(ReviewState state, ProcessPlan to, string name) =>
        from answer in state.Facts
        where to.Facts.TryGetValue(answer.Key, out var fact) && !Starting.Fits(fact, answer.Value)
        orderby answer.Key
        select $"The answer to '{to.Facts[answer.Key].Ask}' ({answer.Key}) is none that {name} takes.";

    private static string? Item(ItemState item, ProcessPlan from, ProcessPlan to, string name)
    {
        var old = from.Items[item.Definition];
        if (!to.Items.TryGetValue(item.Definition, out var now))
        {
            return item.Versions.Count > 0
                ? $"The document '{old.Title}' has been handed in, and {name} has no place for it." : null;
        }

        if (old.GetType() != now.GetType() || old.Each != now.Each || old.Repeat is null != now.Repeat is null)
        {
            return $"'{old.Title}' is another kind of step in {name}.";
        }

        return item.Outcome is { } outcome && now is DecisionDefinition decision && decision.Outcomes.All(each => each.Id != outcome)
            ? $"'{old.Title}' was decided in a way that {name} does not offer." : null;
    }
}
