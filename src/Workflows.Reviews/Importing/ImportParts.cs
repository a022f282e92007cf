using Workflows.Process.Definitions;
using Workflows.Process.Past;

namespace Workflows.Reviews.Importing;

/// <summary>Reads what columns tell of a step beside its day: outcome, words, roles, the hash of a document.</summary>
internal sealed class ImportParts(ImportCells cells, ProcessDefinition definition)
{
    private readonly Dictionary<string, ItemDefinition> _items = definition.Items.ToDictionary(item => item.Id);

    /// <summary>Adds to a step what a column tells of it.</summary>
    public void Add(ImportColumn column, string text, Dictionary<string, PastStep> steps)
    {
        if (ItemOf(column) is not { } item)
        {
            return;
        }

        if (!steps.TryGetValue(column.Subject, out var step))
        {
            if (cells.Text($"{column.Subject}.on").Length == 0)
            {
                cells.Problem($"{column.Subject}.on", $"'{item.Title}' has no day.", $"Give the day on which it was done, or empty {column.Name}.");
            }

            return;
        }

        if (column.Part is "sha256" or "heldAt" && item is not DocumentDefinition)
        {
            cells.Problem(column.Name, $"'{item.Title}' is no document.", "Leave it empty.");
            return;
        }

        if (column.Part == "sha256" && (text.Length != 64 || !text.All(char.IsAsciiHexDigit)))
        {
            cells.Problem(column.Name, "This is no SHA-256 hash.", "Give 64 hexadecimal digits, or leave it empty.");
            return;
        }

        steps[column.Subject] = column.Part switch
        {
            "outcome" => step with { Outcome = text },
            "rationale" => step with { Rationale = text },
            "by" => step with { Roles = text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
            "note" => step with { Note = text },
            "sha256" => step with { Sha256 = text.ToLowerInvariant() },
            _ => step with { HeldAt = text },
        };
    }

    /// <summary>The item of a column; null, and a problem, where the process has none.</summary>
    public ItemDefinition? ItemOf(ImportColumn column)
    {
        if (_items.TryGetValue(column.Subject, out var item) || _items.TryGetValue(Stem(column.Subject), out item))
        {
            return item;
        }

        cells.Problem(column.Name, $"{definition.Key} has no step '{column.Subject}'.", "Leave it empty, or choose another process or version.");
        return null;
    }

    /// <summary>The identifier of an instance without its number.</summary>
    public static string Stem(string id)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && int.TryParse(id.AsSpan(dash + 1), out _) ? id[..dash] : id;
    }
}
