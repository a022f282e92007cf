using Workflows.Process.Definitions;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Processes;

/// <summary>What differs between two versions of a definition, part by part. Public because the component that shows it is.</summary>
/// <param name="Part">The part, in words.</param>
/// <param name="Older">What the older version says; null where it has no such part.</param>
/// <param name="Newer">What the newer version says; null where it has no such part.</param>
public sealed record ProcessDifference(string Part, string? Older, string? Newer)
{
    internal static IReadOnlyList<ProcessDifference> Between(ProcessDefinition older, ProcessDefinition newer)
    {
        var (before, after) = (Parts(older), Parts(newer));
        return [.. before.Keys.Concat(after.Keys).Distinct()
            .Select(part => new ProcessDifference(part, before.GetValueOrDefault(part), after.GetValueOrDefault(part)))
            .Where(difference => difference.Older != difference.Newer)];
    }

    private static Dictionary<string, string> Parts(ProcessDefinition definition)
    {
        var parts = new Dictionary<string, string>
        {
            ["Title"] = definition.Title,
            ["Summary"] = definition.Summary,
            ["In force"] = $"from {Say.Day(definition.Effective.From)}{(definition.Effective.To is { } to ? $" to {Say.Day(to)}" : "")}",
        };
        foreach (var fact in definition.Facts)
        {
            parts[$"Asked at opening: {fact.Name}"] = Question(fact);
        }

        foreach (var stage in definition.Stages)
        {
            parts[$"Stage: {stage.Id}"] = $"{stage.Title}: {string.Join(", ", stage.Items.Select(item => item.Id))}";
        }

        foreach (var item in definition.Items)
        {
            parts[$"Item: {item.Id}"] = string.Join("; ", new[] { item.Title, item.Help, $"by {string.Join(", ", item.By)}", item.Cite }
                .Concat(item.Ask.Select(Question)).Where(text => text is not null));
        }

        foreach (var deadline in definition.AllDeadlines)
        {
            parts[$"Time limit: {deadline.Id}"] =
                $"{deadline.Title}, {TimeLimits.Words(deadline.Due, definition)}. {Say.Force(deadline.Force)}: {deadline.Cite}. {Say.Checked(deadline.Checked)}.";
        }

        return parts;
    }

    private static string Question(FactDefinition fact) =>
        $"{fact.Ask}{(fact.Required ? "" : " (optional)")}{(fact.Options.Count == 0 ? "" : $" [{string.Join(" / ", fact.Options.Select(option => option.Title))}]")}";
}
