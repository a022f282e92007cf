using System.Collections.Frozen;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Learning;

/// <summary>Reads the shipped files of rules on recommendations: every version that reviews may still run under.</summary>
internal static class LearningRulesFile
{
    private const int LongestTitle = 200;
    private const int LongestCite = 300;
    private static readonly string[] Keys =
        ["version", "reviewers", "evaluators", "owners", "agencyRoles", "seniorOfficer", "partners", "limits", "ladders", "themes"];

    private static readonly string[] LimitKeys = ["title", "within", "force", "cite", "checked", "ladder"];
    private static readonly Lazy<LearningRules[]> Shipped = new(ReadAll);
    private static readonly Lazy<FrozenDictionary<string, LearningLimit>> Limits = new(() =>
        Shipped.Value.SelectMany(rules => rules.Limits.Values).ToFrozenDictionary(limit => limit.Id));

    public static LearningRules Latest => Shipped.Value[^1];

    public static LearningLimit LimitOf(string id) => Limits.Value.GetValueOrDefault(id)
        ?? throw new InvalidOperationException($"The rules of {id} do not ship with this release. Install one that holds them.");

    /// <summary>Reads one file; problems are logged, and the answer is then not to be used.</summary>
    public static LearningRules? Read(string text, ProblemLog problems)
    {
        if (YamlTree.Load(text, problems, "Begin with 'version:'.") is not { } root
            || Section.Open(root, "rules on recommendations", Keys, problems) is not { } section)
        {
            return null;
        }

        var names = new Names();
        foreach (var recipient in LearningRecipients.All)
        {
            names.Roles[recipient] = root.Place;
        }

        var context = new ReadingContext(root, problems, names);
        var ladders = LadderReader.ReadAll(context, section);
        var version = section.Text("version", LongestTitle);
        return new LearningRules
        {
            Version = version,
            Reviewers = Words(section, "reviewers"),
            Evaluators = Words(section, "evaluators"),
            Owners = HeadReader.Titles(context, section, "owners"),
            AgencyRoles = Words(section, "agencyRoles"),
            SeniorOfficer = section.Text("seniorOfficer", LongestTitle),
            Partners = Words(section, "partners"),
            Themes = HeadReader.Titles(context, section, "themes"),
            Limits = section.Entries("limits").Select(entry => Limit(context, entry, version, ladders)).OfType<LearningLimit>()
                .ToFrozenDictionary(limit => limit.Kind),
        };
    }

    private static LearningLimit? Limit(
        ReadingContext context, YamlEntry entry, string version, IReadOnlyDictionary<string, LadderDefinition> ladders)
    {
        if (!KebabCase.TryParse<LimitKind>(entry.Key, out var kind)
            || Section.Open(entry.Value, $"limit '{entry.Key}'", LimitKeys, context.Problems) is not { } section)
        {
            context.Problems.Add(entry.Place, $"There is no limit '{ProblemLog.Shown(entry.Key)}'.", "Write response, action or evaluation.");
            return null;
        }

        section.Required("force");
        section.Required("checked");
        var ladder = context.Known(section, "ladder", "ladder", ladders.Keys, "Add it under 'ladders'.");
        var found = ladder is null ? new LadderDefinition(string.Empty, []) : ladders[ladder];
        return new LearningLimit
        {
            Kind = kind,
            Id = $"recommendation-{entry.Key}@{version}",
            Title = section.Text("title", LongestTitle),
            Within = section.Budget("within"),
            Force = section.Word<Force>("force") ?? Force.Local,
            Cite = section.Text("cite", LongestCite),
            Checked = section.Word<CheckedMark>("checked") ?? CheckedMark.Unverified,
            Ladder = found,
            Steps = [.. ProcessPlan.Steps(found)],
        };
    }

    private static List<string> Words(Section section, string key)
    {
        section.Required(key);
        return [.. section.Names(key).Select(name => name.Text)];
    }

    private static LearningRules[] ReadAll() =>
    [
        .. ShippedFiles.Named("recommendations@").OrderBy(file => file.Version).Select(file =>
        {
            var problems = new ProblemLog(file.Name);
            var rules = Read(file.Text, problems);
            return problems.IsEmpty ? rules! : throw new InvalidOperationException(string.Join(Environment.NewLine, problems.InOrder()));
        }),
    ];
}
