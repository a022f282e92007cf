using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Past;

namespace Workflows.Reviews.Importing;

/// <summary>Reads what a line tells of its review: answers, choices, steps and the ending.</summary>
internal sealed class ImportSteps(ImportCells cells, ProcessDefinition definition)
{
    private readonly Dictionary<string, PastStep> _steps = [];
    private readonly ImportParts _parts = new(cells, definition);

    public PastReview Read(IReadOnlyDictionary<string, string> settings)
    {
        var chosen = new Dictionary<string, string>(settings);
        var opening = new Dictionary<string, FactInput>();
        foreach (var (column, text) in cells.All.Where(cell => cell.Column.Kind == ColumnKind.Setting))
        {
            Choose(column, text, chosen);
        }

        foreach (var (column, text) in cells.All.Where(cell => cell.Column is { Kind: ColumnKind.Step, Part: "on" }))
        {
            if (cells.Day(column.Name, text) is { } day && _parts.ItemOf(column) is not null)
            {
                _steps[column.Subject] = new PastStep(column.Subject, day);
            }
        }

        var facts = cells.All.Where(cell => cell.Column.Kind == ColumnKind.Fact).ToArray();
        foreach (var (column, text) in facts)
        {
            Answer(column, text, opening);
        }

        foreach (var (column, text) in cells.All.Where(cell => cell.Column is { Kind: ColumnKind.Step, Part: not "on" }))
        {
            _parts.Add(column, text, _steps);
        }

        return new PastReview
        {
            Partnership = cells.Text("partnership"),
            Reference = cells.Text("reference"),
            OpenedOn = cells.Day("openedOn") ?? OpenedBy(opening),
            Settings = chosen,
            Facts = opening,
            Steps = [.. _steps.Values],
            Ending = Ending(),
        };
    }

    // Where nobody says when it was opened, it was when it became known.
    private DateOnly OpenedBy(Dictionary<string, FactInput> opening) =>
        opening.TryGetValue(definition.Effective.By, out var known) && DateOnly.TryParseExact(known.Text, "yyyy-MM-dd", out var day)
            ? day : default;

    private PastEnding? Ending()
    {
        var (closed, withdrawn) = (cells.Day("closedOn"), cells.Day("withdrawnOn"));
        if (closed is not null && withdrawn is not null)
        {
            cells.Problem("withdrawnOn", "A review is closed or withdrawn, not both.", "Empty closedOn or withdrawnOn.");
        }

        var reason = cells.Text("withdrawalReason");
        if (reason.Length > 0 && withdrawn is null)
        {
            cells.Problem("withdrawalReason", "The review was not withdrawn.", "Give the day in withdrawnOn, or leave this empty.");
        }

        return closed is { } end ? new PastEnding(ReviewEnding.Closed, end, Reason: null)
            : withdrawn is { } day ? new PastEnding(ReviewEnding.Withdrawn, day, reason.Length > 0 ? reason : null) : null;
    }

    private void Choose(ImportColumn column, string text, Dictionary<string, string> chosen)
    {
        if (definition.Settings.FirstOrDefault(each => each.Name == column.Subject) is not { } setting)
        {
            cells.Problem(column.Name, $"{definition.Key} has no such setting.", "Leave it empty.");
        }
        else if (setting.Options.All(option => option.Id != text))
        {
            cells.Problem(column.Name, "This is no option of the setting.", $"Give one of: {string.Join(", ", setting.Options.Select(option => option.Id))}.");
        }
        else
        {
            chosen[setting.Name] = text;
        }
    }

    private void Answer(ImportColumn column, string text, Dictionary<string, FactInput> opening)
    {
        var owner = definition.Items.LastOrDefault(item => item.Ask.Any(fact => fact.Name == column.Subject));
        var fact = definition.Facts.FirstOrDefault(each => each.Name == column.Subject)
            ?? owner?.Ask.First(each => each.Name == column.Subject);
        if (fact is null)
        {
            cells.Problem(column.Name, $"{definition.Key} does not ask this.", "Leave it empty.");
            return;
        }

        if (cells.Answer(column.Name, text, fact) is not { } answer)
        {
            return;
        }

        if (definition.Facts.Contains(fact))
        {
            opening[fact.Name] = answer;
            return;
        }

        Give(column, owner!, fact, answer);
    }

    private void Give(ImportColumn column, ItemDefinition item, FactDefinition fact, FactInput answer)
    {
        var known = _steps.Keys.Where(id => id == item.Id || ImportParts.Stem(id) == item.Id).ToArray();
        if (known.Length == 0 && item.On == fact.Name && DateOnly.TryParseExact(answer.Text, "yyyy-MM-dd", out var day))
        {
            _steps[item.Id] = new PastStep(item.Id, day);
            known = [item.Id];
        }

        if (known.Length == 0)
        {
            cells.Problem(column.Name, $"This was answered when '{item.Title}' was done, of which there is no day.", $"Give {item.Id}.on as well, or leave this empty.");
            return;
        }

        foreach (var id in item.Repeat is null ? known : [known.OrderBy(each => each.Length).ThenBy(each => each, StringComparer.Ordinal).Last()])
        {
            var step = _steps[id];
            if (item.On == fact.Name && answer.Text != $"{step.On:yyyy-MM-dd}")
            {
                cells.Problem(column.Name, $"This is the day on which '{item.Title}' was done, and {id}.on gives another.", "Give one of the two, or the same day.");
            }

            _steps[id] = step with { Facts = new Dictionary<string, FactInput>(step.Facts) { [fact.Name] = answer } };
        }
    }
}
