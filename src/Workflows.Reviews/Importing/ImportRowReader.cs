using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Reading;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Importing;

/// <summary>Brings lines of a table to the processes that they name: which version, which answers, which steps on which days.</summary>
internal sealed class ImportRowReader(ProcessCatalogue catalogue, DirectorySnapshot directory, IReadOnlyList<ImportColumn> columns)
{
    /// <summary>Reads a line; null where something is wrong, which is then among the problems.</summary>
    public ImportRow? Read(ImportLine line, List<ImportProblem> problems)
    {
        var before = problems.Count;
        var cells = new ImportCells(line, columns, problems);
        foreach (var name in ImportColumn.Needed.Where(name => cells.Text(name).Length == 0))
        {
            cells.Problem(name, "This is missing.", "Give it.");
        }

        var partnership = cells.Text("partnership");
        if (partnership.Length > 0 && directory.FindPartnership(partnership) is null)
        {
            cells.Problem("partnership", "The directory knows no such partnership.", Spelling.Nearest(partnership, directory.Partnerships.Select(each => each.Id)) is { } near
                ? $"Did you mean '{near}'?" : "Give its identifier, as the directory has it.");
        }

        var definition = cells.Text("process").Length > 0 ? Choose(cells) : null;
        if (definition is null)
        {
            return null;
        }

        var past = new ImportSteps(cells, definition).Read(directory.SettingsOf(partnership));
        return problems.Count == before ? new ImportRow(line.Line, definition, past, ImportRow.PrintOf(cells.All)) : null;
    }

    private ProcessDefinition? Choose(ImportCells cells)
    {
        var process = cells.Text("process");
        if (catalogue.Find(process) is not { } latest)
        {
            cells.Problem("process", "There is no such process.", $"Give one of: {string.Join(", ", catalogue.Keys)}, or the name alone.");
            return null;
        }

        var by = $"facts.{latest.Effective.By}";
        if (cells.Text(by).Length == 0)
        {
            cells.Problem(by, "This is missing: it decides which version of the rules applied.", "Give the day.");
            return null;
        }

        if (cells.Day(by) is not { } day)
        {
            return null;
        }

        var choice = catalogue.Choose(process, new Dictionary<string, string> { [latest.Effective.By] = $"{day:yyyy-MM-dd}" });
        if (!choice.IsMade)
        {
            cells.Problem(by, choice.Refusal, "Correct the day, or choose another process or version.");
        }

        return choice.Definition;
    }
}
