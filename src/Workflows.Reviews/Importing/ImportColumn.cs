using Workflows.Process.Definitions;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Reviews.Importing;

/// <summary>What a column tells.</summary>
internal enum ColumnKind
{
    /// <summary>About the review: <c>process</c>, <c>reference</c>, <c>closedOn</c> and so on.</summary>
    Review,

    /// <summary>A choice of the partnership: <c>settings.NAME</c>.</summary>
    Setting,

    /// <summary>An answer: <c>facts.NAME</c>.</summary>
    Fact,

    /// <summary>A step: <c>ITEM.on</c>, <c>ITEM.outcome</c> and so on.</summary>
    Step,
}

/// <summary>A column of a table of reviews from before.</summary>
/// <param name="At">Its place, from 0.</param>
/// <param name="Name">Its name as it stands in the header.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Subject">The setting, fact or item; empty for the review.</param>
/// <param name="Part">What of it: <c>on</c>, <c>outcome</c> …; for the review, the name itself.</param>
internal sealed record ImportColumn(int At, string Name, ColumnKind Kind, string Subject, string Part)
{
    public static readonly string[] Needed = ["process", "partnership", "reference"];
    public static readonly string[] OfReview = [.. Needed, "openedOn", "closedOn", "withdrawnOn", "withdrawalReason"];
    public static readonly string[] OfStep = ["on", "outcome", "rationale", "by", "note", "sha256", "heldAt"];

    /// <summary>Reads the header; what no process knows is a problem.</summary>
    public static IReadOnlyList<ImportColumn> ReadAll(
        IReadOnlyList<string> names, ProcessCatalogue catalogue, int line, List<ImportProblem> problems)
    {
        var known = Known(catalogue);
        var columns = new List<ImportColumn>();
        foreach (var (at, name) in names.Index().Where(each => each.Item.Length > 0))
        {
            if (Read(at, name, known) is not { } column)
            {
                problems.Add(new ImportProblem(line, Shown(name), "There is no such column.", Spelling.Nearest(name, known) is { } near
                    ? $"Did you mean '{near}'?" : "Write facts.NAME, settings.NAME or STEP.on as the process names them."));
            }
            else if (columns.Exists(each => each.Name == column.Name))
            {
                problems.Add(new ImportProblem(line, column.Name, "The column stands there twice.", "Keep one."));
            }
            else
            {
                columns.Add(column);
            }
        }

        problems.AddRange(Needed.Where(name => columns.TrueForAll(each => each.Name != name))
            .Select(name => new ImportProblem(line, name, "The column is missing.", "Add it, with a value in every line.")));
        return columns;
    }

    private static ImportColumn? Read(int at, string name, HashSet<string> known)
    {
        if (OfReview.FirstOrDefault(each => each.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } own)
        {
            return new ImportColumn(at, own, ColumnKind.Review, string.Empty, own);
        }

        var dot = name.LastIndexOf('.');
        if (dot <= 0)
        {
            return null;
        }

        var (subject, part) = (name[..dot], name[(dot + 1)..]);
        if (subject is "facts" or "settings")
        {
            return known.Contains(name) ? new ImportColumn(at, name, subject == "facts" ? ColumnKind.Fact : ColumnKind.Setting, part, part) : null;
        }

        return known.Contains($"{StemOf(subject, known)}.{part}") ? new ImportColumn(at, name, ColumnKind.Step, subject, part) : null;
    }

    private static string StemOf(string subject, HashSet<string> known)
    {
        var dash = subject.LastIndexOf('-');
        return !known.Contains($"{subject}.on") && dash > 0 && int.TryParse(subject.AsSpan(dash + 1), out _) ? subject[..dash] : subject;
    }

    private static HashSet<string> Known(ProcessCatalogue catalogue) =>
    [
        .. OfReview,
        .. catalogue.All.SelectMany(definition => definition.Settings.Select(setting => $"settings.{setting.Name}")),
        .. catalogue.All.SelectMany(definition => definition.Facts.Concat(definition.Items.SelectMany(AskedBy))
            .Select(fact => $"facts.{fact.Name}")),
        .. catalogue.All.SelectMany(definition => definition.Items.SelectMany(item => OfStep.Select(part => $"{item.Id}.{part}"))),
    ];

    private static IReadOnlyList<FactDefinition> AskedBy(ItemDefinition item) => item.Ask;

    private static string Shown(string name) => name.Length <= 80 ? name : name[..80] + "…";
}
