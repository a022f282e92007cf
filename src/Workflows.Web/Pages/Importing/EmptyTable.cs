using Workflows.Process.Definitions;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Importing;

/// <summary>A table of the columns that reviews of one process can have, to be filled in with a spreadsheet program.</summary>
internal static class EmptyTable
{
    /// <summary>The names of the columns, and a first line in which process and partnership stand.</summary>
    public static CsvText Of(ProcessDefinition definition, string partnership)
    {
        string[] columns =
        [
            "process", "partnership", "reference", "openedOn", "closedOn", "withdrawnOn", "withdrawalReason",
            .. definition.Facts.Select(fact => $"facts.{fact.Name}"),
            .. definition.Items.Where(IsTold).SelectMany(Columns).Distinct(),
        ];
        var table = new CsvText(columns);
        table.Add([definition.Id, partnership, .. columns[2..].Select(_ => string.Empty)]);
        return table;
    }

    // What follows by itself is not told, and registers are not brought in.
    private static bool IsTold(ItemDefinition item) => item is TaskDefinition or DocumentDefinition or ApprovalDefinition or DecisionDefinition;

    private static IEnumerable<string> Columns(ItemDefinition item) =>
    [
        $"{item.Id}.on",
        .. item is DecisionDefinition ? new[] { $"{item.Id}.outcome" } : [],
        .. item.Ask.Select(fact => $"facts.{fact.Name}"),
    ];
}
