using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Letters.Forms;

namespace Workflows.Reviews.Letters.Steps;

/// <summary>What happens next: when it is done, and when it is not done in time.</summary>
internal static class NextWords
{
    private const int Most = 3;

    public static IEnumerable<Block> Of(
        Matter matter, ItemDefinition? item, DeadlineState? deadline, DeadlineDefinition? rule)
    {
        if (Followers(matter, item) is { Count: > 0 } next)
        {
            yield return new Paragraph($"When it is done, this follows: {string.Join(", ", next)}.");
        }

        if (deadline is not null && rule is not null && Escalation(matter, deadline, rule) is { Length: > 0 } told)
        {
            yield return new Paragraph(deadline.DueOn < matter.Today
                ? $"While it is not done, a delay notice is sent to: {told}."
                : $"If it is not done by then, a delay notice is sent to: {told}.");
        }
    }

    private static List<string> Followers(Matter matter, ItemDefinition? item) => item is null ? [] :
        [.. matter.Plan.Followers.GetValueOrDefault(item.Id, [])
            .Select(id => matter.Plan.Items[id])
            .Where(next => next is TaskDefinition or DocumentDefinition or ApprovalDefinition or DecisionDefinition)
            .Where(next => next.When is null && next.Repeat is null)
            .Select(next => next.Title).Take(Most)];

    // Told only while it is still to come: whether a notice has gone is for the service to say, not for a letter.
    private static string Escalation(Matter matter, DeadlineState deadline, DeadlineDefinition rule) =>
        rule.Ladder is { } name && matter.Definition.Ladders.TryGetValue(name, out var ladder)
            ? string.Join("; later also to: ", ladder.Rungs
                .Where(rung => rung.Escalates && rung.Direction == CountDirection.After && !deadline.Fired.Contains($"{rung.Number}"))
                .Select(rung => matter.Titles(rung.Recipients)).Distinct())
            : string.Empty;
}
