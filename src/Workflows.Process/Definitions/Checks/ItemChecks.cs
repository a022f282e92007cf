namespace Workflows.Process.Definitions.Checks;

/// <summary>Keys of an item agree with each other and with the items that they name.</summary>
internal static class ItemChecks
{
    public static void Run(Plan plan)
    {
        foreach (var item in plan.Items.Values)
        {
            if (item is { Each: not null, Repeat: not null })
                plan.AtItem(item.Id, "repeat",
                    $"'{item.Id}' has both 'each' and 'repeat', whose instances could not be told apart.",
                    "Keep one of the two.");
            CheckSeparation(plan, item);
        }
        var by = plan.Definition.Effective.By;
        if (plan.Definition.Facts.FirstOrDefault(fact => fact.Name == by) is { Required: false })
            plan.AtTop("effective", $"'{by}' decides which version applies, but need not be answered.",
                $"Remove 'required: false' from '{by}', or name another date.");
    }

    private static void CheckSeparation(Plan plan, ItemDefinition item)
    {
        foreach (var other in item.NotBy)
        {
            if (other == item.Id)
                plan.AtItem(item.Id, "notBy", $"'{item.Id}' may not be done by whoever does it.", "Name another item.");
            else if (plan.Items.GetValueOrDefault(other) is NoticeDefinition or WaitDefinition)
                plan.AtItem(item.Id, "notBy", $"'{other}' is done by nobody, so it keeps nobody from '{item.Id}'.",
                    "Name an item that a person does.");
        }
    }
}
