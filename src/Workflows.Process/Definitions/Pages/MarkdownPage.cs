using System.Text;

namespace Workflows.Process.Definitions.Pages;

/// <summary>Writes the page of a definition as Markdown. The same definition always gives the same text.</summary>
internal static class MarkdownPage
{
    /// <summary>The page's text.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Markdown with line feeds at its line ends and a last one.</returns>
    public static string Of(ProcessPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var text = new StringBuilder();
        text.Append($"# {page.Title} ({page.Key})\n\n");
        text.Append($"Generated from the definition `{page.Key}.yaml`; a test keeps it true.\n\n");
        text.Append($"{page.Summary}\n\n{page.Applies}\n\n");
        var open = page.Deadlines.Count(deadline => deadline.IsToBeChecked);
        text.Append("**To be checked by a person before go-live:** ");
        text.Append($"{open} of {page.Deadlines.Count} time limits, marked ✎ below.\n");
        Who(text, page);
        List(text, "What is asked at opening", page.Questions);
        List(text, "What a partnership chooses", page.Choices);
        Stages(text, page);
        Deadlines(text, page);
        foreach (var ladder in page.Ladders)
            List(text, $"Reminders: {ladder.Name}", ladder.Rungs, level: 3);
        return text.ToString();
    }

    private static void Who(StringBuilder text, ProcessPage page)
    {
        text.Append("\n## Who\n\n");
        foreach (var line in page.OpeningAndWithdrawal)
            text.Append($"{line}\n\n");
        Table(text, ["Role", "Does"], page.Roles.Select(role => new[]
        {
            role.Title, role.Steps.Count == 0 ? "is written to" : string.Join("; ", role.Steps),
        }));
        if (page.Bodies.Count > 0)
            text.Append($"\nBodies written to: {string.Join(", ", page.Bodies)}.\n");
    }

    private static void Stages(StringBuilder text, ProcessPage page)
    {
        text.Append("\n## Stages\n");
        var number = 0;
        foreach (var stage in page.Stages)
        {
            text.Append($"\n### {++number}. {stage.Title}\n\n{stage.Next}\n\n");
            Steps(text, stage.Steps);
        }
        if (page.Beside.Count > 0)
        {
            text.Append("\n### Beside the stages\n\nThese never hold the review up.\n\n");
            Steps(text, page.Beside);
        }
    }

    private static void Steps(StringBuilder text, IReadOnlyList<PageStep> steps) => Table(
        text, ["Step", "Kind", "Who", "When, and what follows", "Source"], steps.Select(step => new[]
        {
            step.Title, step.Kind, step.Who,
            string.Join("; ", step.When) + (step.Outcomes.Count == 0 ? ""
                : (step.When.Count == 0 ? "" : ". ") + $"Outcomes: {string.Join(" · ", step.Outcomes)}"),
            step.Cite ?? "",
        }));

    private static void Deadlines(StringBuilder text, ProcessPage page)
    {
        text.Append("\n## Time limits\n\nA limit ends at 23:59:59 Europe/London on its day.\n\n");
        Table(text, ["Due", "Limit", "Force", "Source", "Checked", "Reminders"], page.Deadlines.Select(deadline => new[]
        {
            deadline.Title, deadline.Limit, deadline.Force, deadline.Cite,
            $"{(deadline.IsToBeChecked ? "✎ " : "")}{deadline.Checked}", deadline.Ladder ?? "none",
        }));
    }

    private static void List(StringBuilder text, string title, IReadOnlyList<string> lines, int level = 2)
    {
        if (lines.Count == 0)
            return;
        text.Append($"\n{new string('#', level)} {title}\n\n");
        foreach (var line in lines)
            text.Append($"- {line}\n");
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        text.Append($"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => " --- |"))}\n");
        foreach (var row in rows)
            text.Append($"| {string.Join(" | ", row.Select(Cell))} |\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
