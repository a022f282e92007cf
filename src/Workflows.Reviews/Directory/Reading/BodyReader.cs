using Workflows.Process.Definitions.Reading;

namespace Workflows.Reviews.Directory.Reading;

/// <summary>Reads the bodies that are written to.</summary>
internal static class BodyReader
{
    public static IReadOnlyList<Body> ReadAll(Section root, ProblemLog problems, Identifiers identifiers)
    {
        var bodies = new List<Body>();
        foreach (var entry in root.Entries("bodies"))
        {
            if (!Spelling.IsIdentifier(entry.Key))
            {
                problems.Add(
                    entry.Place, $"'{ProblemLog.Shown(entry.Key)}' is no identifier of a body.",
                    "Write small letters, digits and single hyphens, beginning with a letter.");
            }
            else if (Section.Open(entry.Value, $"body '{entry.Key}'", ["name", "email"], problems) is { } section)
            {
                bodies.Add(new Body(entry.Key, section.Text("name", 200), Address.Read(section, problems)));
                identifiers.AddBody(entry.Key);
            }
        }

        return bodies;
    }
}
