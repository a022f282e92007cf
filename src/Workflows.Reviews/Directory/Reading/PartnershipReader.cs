using Workflows.Process.Definitions.Reading;

namespace Workflows.Reviews.Directory.Reading;

/// <summary>Reads partnerships.</summary>
internal sealed class PartnershipReader(ProblemLog problems, PersonReader people)
{
    private readonly Dictionary<string, int> _lines = [];

    public IReadOnlyList<Partnership> ReadAll(Section root)
    {
        var partnerships = new List<Partnership>();
        foreach (var part in root.List("partnerships", DirectoryReader.MaximumPartnerships))
        {
            if (Section.Open(part, "partnership", ["id", "name", "escalation", "settings", "people"], problems) is { } section)
            {
                partnerships.Add(Read(section));
            }
        }

        return partnerships;
    }

    private Partnership Read(Section section)
    {
        var id = Id(section);
        return new Partnership
        {
            Id = id,
            Name = section.Text("name", 200),
            Escalation = section.Word<Escalation>("escalation") ?? Escalation.Automatic,
            Settings = Settings(section),
            People = people.ReadAll(section, id),
        };
    }

    private string Id(Section section)
    {
        var id = section.Text("id", 60);
        if (id.Length > 0 && !Spelling.IsIdentifier(id))
        {
            problems.Add(
                section.PlaceOf("id"), $"'{ProblemLog.Shown(id)}' is no identifier of a partnership.",
                "Write small letters, digits and single hyphens, beginning with a letter.");
        }
        else if (id.Length > 0 && !_lines.TryAdd(id, section.PlaceOf("id").Line))
        {
            problems.Add(
                section.PlaceOf("id"), $"The partnership '{id}' stands here a second time.",
                $"Rename this one or the one on line {_lines[id]}.");
        }

        return id;
    }

    private Dictionary<string, string> Settings(Section section)
    {
        var settings = new Dictionary<string, string>();
        foreach (var entry in section.Entries("settings"))
        {
            if (!Spelling.IsName(entry.Key) || entry.Value is not YamlScalar value || !Spelling.IsOption(value.Text))
            {
                problems.Add(
                    entry.Place, $"'{ProblemLog.Shown(entry.Key)}' is no setting with one of its options.",
                    "Write them as the definition does: rapidReviewClock: notified.");
            }
            else
            {
                settings[entry.Key] = value.Text;
            }
        }

        return settings;
    }
}
