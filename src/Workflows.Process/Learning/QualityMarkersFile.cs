using System.Collections.Frozen;
using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Learning;

/// <summary>Reads the shipped file of quality markers.</summary>
internal static class QualityMarkersFile
{
    private const int LongestText = 300;
    private const string Cite = "cite";
    private const string Checked = "checked";
    private static readonly string[] Keys = ["version", "assurers", "reviewers", Cite, "markers", "stages", "indicators"];
    private static readonly string[] MarkerKeys = ["id", "title", "phase", "prompts", Cite, Checked];
    private static readonly string[] Phases = ["set-up", "running", "outputs"];
    private static readonly Lazy<QualityMarkers> Shipped = new(ReadShipped);

    public static QualityMarkers Latest => Shipped.Value;

    /// <summary>Reads a file; problems are logged, and the answer is then not to be used.</summary>
    public static QualityMarkers? Read(string text, ProblemLog problems)
    {
        if (YamlTree.Load(text, problems, "Begin with 'version:'.") is not { } root
            || Section.Open(root, "quality markers", Keys, problems) is not { } section)
        {
            return null;
        }

        var cite = section.Text(Cite, LongestText);
        var markers = Prompts(section, "markers", cite, problems);
        foreach (var marker in markers.Where(marker => !Phases.Contains(marker.Phase)))
        {
            problems.Add(section.PlaceOf("markers"), $"'{marker.Phase}' is no phase of '{marker.Id}'.", $"Write one of: {string.Join(", ", Phases)}.");
        }

        return new QualityMarkers
        {
            Version = section.Text("version", LongestText),
            Assurers = [.. section.Names("assurers").Select(name => name.Text)],
            Reviewers = [.. section.Names("reviewers").Select(name => name.Text)],
            Markers = markers,
            Indicators = Prompts(section, "indicators", cite, problems),
            Stages = section.Entries("stages").ToFrozenDictionary(
                process => process.Key,
                IReadOnlyDictionary<string, IReadOnlyList<string>> (process) => Stages(process, markers, problems)),
        };
    }

    private static List<QualityPrompt> Prompts(Section root, string key, string cite, ProblemLog problems)
    {
        var prompts = new List<QualityPrompt>();
        foreach (var part in root.List(key))
        {
            if (Section.Open(part, $"entry {prompts.Count + 1} of '{key}'", MarkerKeys, problems) is { } section)
            {
                section.Required("prompts");
                section.Required(Checked);
                prompts.Add(new QualityPrompt(
                    section.Text("id", LongestText), prompts.Count + 1, section.Text("title", LongestText),
                    section.OptionalText("phase", LongestText) ?? string.Empty,
                    [.. section.Names("prompts").Select(name => name.Text)], section.OptionalText(Cite, LongestText) ?? cite,
                    section.Word<CheckedMark>(Checked) ?? CheckedMark.Unverified));
            }
        }

        return prompts;
    }

    private static Dictionary<string, IReadOnlyList<string>> Stages(
        YamlEntry process, List<QualityPrompt> markers, ProblemLog problems)
    {
        var stages = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var stage in process.Value is YamlMap map ? map.Entries : [])
        {
            var names = stage.Value is YamlList list ? list.Parts.OfType<YamlScalar>().Select(part => part.Text).ToList() : [];
            foreach (var unknown in names.Where(name => markers.All(marker => marker.Id != name)))
            {
                problems.AddUnknown(stage.Place, "marker", unknown, markers.Select(marker => marker.Id), "Declare it under 'markers'.");
            }

            stages[stage.Key] = names;
        }

        return stages;
    }

    private static QualityMarkers ReadShipped()
    {
        var file = ShippedFiles.Named("quality@").MaxBy(file => file.Version);
        var problems = new ProblemLog(file.Name);
        var markers = Read(file.Text, problems);
        return problems.IsEmpty ? markers! : throw new InvalidOperationException(string.Join(Environment.NewLine, problems.InOrder()));
    }
}
