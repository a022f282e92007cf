using System.Text;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Who works in the simulated partnerships: a person or two for every role, away now and then, with and without deputies.</summary>
internal static class People
{
    public static readonly string[] Partnerships = ["fernshire", "mossford", "heatherley"];

    private static readonly string[] s_national = ["panel-officer", "secretary-of-state-officer", "national-reviewer"];

    /// <summary>Makes the directory.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="from">First day of the simulation.</param>
    /// <param name="folder">Where its file may stand.</param>
    public static DirectorySource Make(Random random, DateOnly from, string folder)
    {
        var roles = ProcessCatalogue.Shipped.All.SelectMany(each => each.Roles.Keys).Distinct().Order(StringComparer.Ordinal).ToArray();
        var bodies = ProcessCatalogue.Shipped.All.SelectMany(each => each.Bodies.Keys).Distinct().Order(StringComparer.Ordinal).ToArray();
        var text = new StringBuilder("bodies:\n");
        foreach (var body in bodies)
        {
            text.Append($"  {body}: {{ name: Body {body}, email: notices@{body}.example }}\n");
        }

        text.Append("people:\n");
        foreach (var role in roles.Where(s_national.Contains))
        {
            Person(text, $"{role}.n", role, "national", random, from, deputy: null);
        }

        text.Append("partnerships:\n");
        foreach (var partnership in Partnerships)
        {
            text.Append($"  - id: {partnership}\n    name: {partnership}\n");
            text.Append($"    escalation: {(random.Next(2) == 0 ? "automatic" : "confirm")}\n    people:\n");
            foreach (var role in roles.Except(s_national))
            {
                var second = random.Next(2) == 0 ? $"{role}.{partnership}.2" : null;
                Person(text, $"{role}.{partnership}", role, partnership, random, from, second, "      ");
                if (second is not null)
                {
                    Person(text, second, role, partnership, random, from, deputy: null, "      ");
                }
            }
        }

        var path = Path.Combine(folder, "directory.yaml");
        File.WriteAllText(path, text.ToString());
        return DirectorySource.OfFile(path, TimeProvider.System, TimeSpan.FromDays(1));
    }

    private static void Person(
        StringBuilder text, string user, string role, string place, Random random, DateOnly from, string? deputy, string indent = "  ")
    {
        text.Append($"{indent}- user: {user}\n{indent}  name: Person {user}\n{indent}  email: {user}@{place}.example\n{indent}  roles: [{role}]\n");
        if (deputy is not null)
        {
            text.Append($"{indent}  deputies: [{deputy}]\n");
        }

        if (random.Next(3) == 0)
        {
            var first = from.AddDays(random.Next(30, 500));
            text.Append($"{indent}  absences: [{{ from: {first:yyyy-MM-dd}, to: {first.AddDays(random.Next(3, 60)):yyyy-MM-dd} }}]\n");
        }
    }
}
