using System.Text.Json;
using Workflows.Process.Definitions;

namespace Workflows.Web.Api.Reviews;

/// <summary>Gives answers back in the form in which they are asked.</summary>
internal static class FactValues
{
    /// <summary>Answers by name, in order of name.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(
        IEnumerable<KeyValuePair<string, string>> facts, ProcessDefinition definition)
    {
        var known = definition.Facts.Concat(definition.Items.SelectMany(item => item.Ask))
            .DistinctBy(fact => fact.Name).ToDictionary(fact => fact.Name);
        return facts.OrderBy(fact => fact.Key, StringComparer.Ordinal)
            .ToDictionary(fact => fact.Key, fact => Of(fact.Value, known.GetValueOrDefault(fact.Key)));
    }

    private static JsonElement Of(string value, FactDefinition? fact) => fact switch
    {
        { List: true } => JsonSerializer.SerializeToElement(value.Split('\n')),
        { Type: FactType.Boolean } => JsonSerializer.SerializeToElement(value == "true"),
        { Type: FactType.Number } => JsonElement.Parse(value),
        _ => JsonSerializer.SerializeToElement(value),
    };
}
