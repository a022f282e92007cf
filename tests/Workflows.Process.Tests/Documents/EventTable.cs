using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Tests.Decisions;

namespace Workflows.Process.Tests.Documents;

/// <summary>Writes docs/events.md from reviews that are really carried through.</summary>
internal static class EventTable
{
    private const int DaysLate = 14;

    private static readonly Dictionary<Type, string> s_names = typeof(ReviewEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(each => each.DerivedType, each => (string)each.TypeDiscriminator!);

    public static string Write(ProcessCatalogue catalogue)
    {
        var text = new StringBuilder();
        text.Append(
            $"""
            # Events

            What stands in journals, and how often, for every process that ships. A test carries a review of each through its whole life
            and compares; `WORKFLOWS_WRITE_DOCS=1 dotnet test tests/Workflows.Process.Tests --filter Documents` writes this file again.

            Two lives are counted: *punctual*, in which everything is done as soon as it can be, and *late*, in which whatever has a due
            day is done {DaysLate} days or more after it. Both take each decision's usual outcome, and approve; there is one agency.

            ## Kinds

            | event | meaning |
            |---|---|

            """);
        var meanings = Meanings();
        foreach (var (type, name) in s_names)
        {
            text.AppendLine($"| `{name}` | {meanings[type.FullName!]} |");
        }

        text.Append("\n## Over a life\nPunctual, then late.\n");
        foreach (var process in catalogue.All.GroupBy(definition => definition.Id))
        {
            Append(text, [.. process]);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, ProcessDefinition[] versions)
    {
        text.Append($"\n### {versions[^1].Title}\n\n| event | ").AppendJoin(" | ", versions.Select(each => $"`{each.Key}`"));
        text.Append(" |\n|---|").Append(string.Concat(Enumerable.Repeat("--:|", versions.Length))).Append('\n');
        var lives = versions.Select(each => (Punctual: Count(each, daysLate: null), Late: Count(each, DaysLate))).ToArray();
        foreach (var (type, name) in s_names)
        {
            var cells = lives.Select(life => (One: life.Punctual.GetValueOrDefault(type), Other: life.Late.GetValueOrDefault(type))).ToArray();
            if (cells.Any(cell => cell != default))
            {
                text.Append($"| `{name}` | ").AppendJoin(" | ", cells.Select(cell => $"{Number(cell.One)}, {Number(cell.Other)}")).Append(" |\n");
            }
        }

        text.Append("| all | ").AppendJoin(" | ", lives.Select(life => $"{life.Punctual.Values.Sum()}, {life.Late.Values.Sum()}")).Append(" |\n");
    }

    private static Dictionary<Type, int> Count(ProcessDefinition definition, int? daysLate)
    {
        var day = definition.Effective.From;
        var review = new ReviewDriver(definition, LondonTime.At(day, new TimeOnly(9, 0)));
        review.Open();
        review.SendLetters();
        for (var step = 0; review.State.IsOpen; step++)
        {
            Assert.True(step < 3000, $"{definition.Key} does not end; it stands in {review.State.Stage}.");
            var actions = review.Actions;
            var ready = actions.FirstOrDefault(each => daysLate is not { } days || each.DueOn is not { } due || review.Today >= due.AddDays(days));
            if (ready is null && review.NextWake is { } wake)
            {
                review.MoveTo(wake);
            }
            else
            {
                Assert.IsType<Verdict.Accepted>(review.Take(ready ?? actions[0]));
                review.SendLetters();
            }
        }

        return review.Journal.GroupBy(entry => entry.Event.GetType()).ToDictionary(group => group.Key, group => group.Count());
    }

    private static string Number(int count) => count == 0 ? "–" : count.ToString(CultureInfo.InvariantCulture);

    // The first sentence of each docstring, which is what a reader of the code is told.
    private static Dictionary<string, string> Meanings()
    {
        var file = Path.ChangeExtension(typeof(ReviewEvent).Assembly.Location, ".xml");
        return XDocument.Load(file).Descendants("member")
            .Where(member => ((string)member.Attribute("name")!).StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(
                member => ((string)member.Attribute("name")!)[2..],
                member => string.Join(' ', member.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
