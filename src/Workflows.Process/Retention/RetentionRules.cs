using Workflows.Process.Calendar;
using Workflows.Process.Definitions;
using YamlDotNet.RepresentationModel;

namespace Workflows.Process.Retention;

/// <summary>The rules of retention, by class of record.</summary>
public sealed class RetentionRules
{
    private const string ShippedName = "Workflows.Process.Retention.retention.yaml";
    private static readonly Lazy<RetentionRules> s_shipped = new(ReadShipped);

    private RetentionRules(IReadOnlyList<RetentionRule> all) => All = all;

    /// <summary>Those that ship.</summary>
    public static RetentionRules Shipped => s_shipped.Value;

    /// <summary>All of them, as they stand in the file.</summary>
    public IReadOnlyList<RetentionRule> All { get; }

    /// <summary>The rule for a process.</summary>
    /// <param name="process">Its identifier, without version.</param>
    public RetentionRule Of(string process) =>
        All.FirstOrDefault(rule => rule.Processes.Contains(process)) ?? All.First(rule => rule.Processes.Count == 0);

    /// <summary>Reads rules.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <exception cref="FormatException">Something is missing or wrong; the message names class and field.</exception>
    public static RetentionRules Parse(string yaml)
    {
        var file = new YamlStream();
        using var reader = new StringReader(yaml);
        file.Load(reader);
        var rules = ((YamlSequenceNode)((YamlMappingNode)file.Documents[0].RootNode).Children["rules"]).Children
            .Cast<YamlMappingNode>().Select(Rule).ToArray();
        return rules.Count(rule => rule.Processes.Count == 0) == 1
            ? new RetentionRules(rules)
            : throw new FormatException("Exactly one class of record has no processes: it holds whatever no other class names.");
    }

    private static RetentionRule Rule(YamlMappingNode node)
    {
        var id = Text(node, "class", "?");
        return new RetentionRule
        {
            Id = id,
            Title = Text(node, "title", id),
            Processes = List(node, "processes", id),
            Keep = Budget.Parse(Text(node, "keep", id)),
            ApprovedBy = List(node, "approvedBy", id) is { Count: > 0 } roles
                ? roles : throw new FormatException($"{id}: approvedBy names no role."),
            Cite = Text(node, "cite", id),
            Checked = Enum.TryParse<CheckedMark>(Text(node, "checked", id), ignoreCase: true, out var mark)
                ? mark : throw new FormatException($"{id}: checked is primary, secondary or unverified."),
        };
    }

    private static string Text(YamlMappingNode node, string name, string id) =>
        node.Children.TryGetValue(name, out var value) && value is YamlScalarNode { Value: { Length: > 0 } text }
            ? text : throw new FormatException($"{id}: {name} is missing.");

    private static List<string> List(YamlMappingNode node, string name, string id) =>
        node.Children.TryGetValue(name, out var value) && value is YamlSequenceNode list
            ? [.. list.Children.Select(each => ((YamlScalarNode)each).Value ?? string.Empty)]
            : throw new FormatException($"{id}: {name} is missing; it is a list.");

    private static RetentionRules ReadShipped()
    {
        using var stream = typeof(RetentionRules).Assembly.GetManifestResourceStream(ShippedName)
            ?? throw new InvalidOperationException("The rules of retention are not in the program.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
