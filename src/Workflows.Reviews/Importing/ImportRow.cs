using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Past;

namespace Workflows.Reviews.Importing;

/// <summary>One line of a table, brought to the process that it names.</summary>
/// <param name="Line">Where it begins in the file.</param>
/// <param name="Definition">The version of the process that its dates choose.</param>
/// <param name="Past">What it tells.</param>
/// <param name="Print">Hash of all that it tells, lower-case hex.</param>
internal sealed record ImportRow(int Line, ProcessDefinition Definition, PastReview Past, string Print)
{
    /// <summary>What a review is known by: lines that have it in common are one review.</summary>
    public string[] Identity => [Past.Partnership, Definition.Id, Past.Reference.Trim().ToUpperInvariant()];

    /// <summary>The hash of what a line tells; where columns stand, and empty ones, make no difference.</summary>
    public static string PrintOf(IEnumerable<(ImportColumn Column, string Text)> cells) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001E', cells
            .OrderBy(cell => cell.Column.Name, StringComparer.Ordinal).Select(cell => $"{cell.Column.Name}\u001F{cell.Text}")))));
}

/// <summary>The cells of one line, and what is found wrong with them.</summary>
internal sealed class ImportCells(ImportLine line, IReadOnlyList<ImportColumn> columns, List<ImportProblem> problems)
{
    public int Line => line.Line;

    /// <summary>Every cell that tells something.</summary>
    public IEnumerable<(ImportColumn Column, string Text)> All => columns
        .Select(column => (column, line.Cells[column.At])).Where(cell => cell.Item2.Length > 0);

    public string Text(string column) => All.FirstOrDefault(cell => cell.Column.Name == column).Text ?? string.Empty;

    public DateOnly? Day(string column) => Text(column) is { Length: > 0 } text ? Day(column, text) : null;

    public DateOnly? Day(string column, string text)
    {
        var day = ImportDates.Read(text, out var problem);
        if (problem is var (what, remedy))
        {
            Problem(column, what, remedy);
        }

        return day;
    }

    /// <summary>An answer, in the form in which the fact takes it; null, and a problem, where it is none.</summary>
    public FactInput? Answer(string column, string text, FactDefinition fact)
    {
        switch (fact.Type)
        {
            case FactType.Date:
                return Day(column, text) is { } day ? new FactInput($"{day:yyyy-MM-dd}", FactInputKind.Text) : default(FactInput?);
            case FactType.Boolean:
                var told = text.ToLowerInvariant() switch { "true" or "yes" => "true", "false" or "no" => "false", _ => null };
                if (told is null)
                {
                    Problem(column, "This is neither true nor false.", "Write true or false, or leave it empty where it is not known.");
                    return null;
                }

                return new FactInput(told, FactInputKind.Boolean);
            case FactType.Number:
                return new FactInput(text, FactInputKind.Number);
            default:
                return text;
        }
    }

    /// <summary>Tells a problem, one a cell.</summary>
    public void Problem(string? column, string what, string remedy)
    {
        if (!problems.Exists(known => known.Line == Line && known.Column == column))
        {
            problems.Add(new ImportProblem(Line, column, what, remedy));
        }
    }
}
