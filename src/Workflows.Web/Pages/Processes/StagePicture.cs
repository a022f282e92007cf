using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Workflows.Process.Definitions;

namespace Workflows.Web.Pages.Processes;

/// <summary>Draws the stages of a definition below one another, with where each leads. The text below the picture tells the same.</summary>
internal static class StagePicture
{
    private const int Width = 640;
    private const int BoxWidth = 260;
    private const int BoxHeight = 40;
    private const int Step = 74;
    private const int Lane = 26;

    public static string Draw(ProcessDefinition definition)
    {
        var order = definition.Stages.Select((stage, index) => (stage.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var arrows = definition.Stages.SelectMany(stage => Leads(stage).Select(lead => (From: stage.Id, lead.To, lead.Why)))
            .Where(arrow => order.ContainsKey(arrow.To)).Distinct().ToList();
        var height = (definition.Stages.Count * Step) + 20;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"app-timeline\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"course-title\"><title id=\"course-title\">The stages in order, and where decisions lead elsewhere: ");
        svg.Append(Encode(string.Join("; ", arrows.Select(arrow => $"from {Title(definition, arrow.From)} to {Title(definition, arrow.To)}"))))
            .Append("</title><defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"app-due\" d=\"M0 0 L10 5 L0 10 z\"/></marker></defs>");
        var lane = 0;
        foreach (var (from, to, why) in arrows)
        {
            if (order[to] == order[from] + 1 && why is null)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"app-arrow\" marker-end=\"url(#tip)\" x1=\"{BoxWidth / 2}\" y1=\"{Y(order[from]) + BoxHeight}\" x2=\"{BoxWidth / 2}\" y2=\"{Y(order[to]) - 2}\"/>");
                continue;
            }

            var x = BoxWidth + 30 + (lane++ % 12 * Lane);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"app-arrow\" fill=\"none\" marker-end=\"url(#tip)\" d=\"M{BoxWidth} {Y(order[from]) + 28} H{x} V{Y(order[to]) + 12} H{BoxWidth + 2}\"/>");
        }

        foreach (var stage in definition.Stages)
        {
            var y = Y(order[stage.Id]);
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"app-bar-stage\" x=\"0\" y=\"{y}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\"/><text x=\"12\" y=\"{y + 25}\">{Encode(stage.Title)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static IEnumerable<(string To, string? Why)> Leads(StageDefinition stage)
    {
        if (stage.Then is { } then)
        {
            yield return (then, null);
        }

        foreach (var outcome in stage.Items.OfType<DecisionDefinition>().SelectMany(decision => decision.Outcomes))
        {
            if (outcome.Go is { } go && go != stage.Then)
            {
                yield return (go, outcome.Usual ? null : outcome.Title);
            }
        }
    }

    private static string Title(ProcessDefinition definition, string stage) => definition.Stages.First(each => each.Id == stage).Title;

    private static int Y(int index) => 10 + (index * Step);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
