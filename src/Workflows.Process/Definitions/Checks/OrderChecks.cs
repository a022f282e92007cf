namespace Workflows.Process.Definitions.Checks;

/// <summary>Every item's turn can come: nothing waits for itself, for a later stage, or for what never ends.</summary>
internal static class OrderChecks
{
    /// <summary>Runs the checks; the answer is whether every item can open.</summary>
    public static bool Run(Plan plan)
    {
        var sound = true;
        foreach (var item in plan.Items.Values)
        {
            foreach (var before in item.After.Where(before => plan.Items.ContainsKey(before.Item)))
                sound &= CheckPredecessor(plan, item, plan.Items[before.Item], before.OrDue);
        }
        sound &= !ReportCircles(plan);
        if (!sound)
            return false;
        var ahead = Foresight.Of(plan, heldBack: _ => false, timeCounts: _ => false);
        var stuck = plan.Definition.Items.FirstOrDefault(item =>
            !ahead.Opens(item.Id) && plan.StageOf(item.Id) is var stage && (stage is null || ahead.Begins(stage)));
        if (stuck is not null)
            plan.AtItem(stuck.Id, "after",
                $"The turn of '{stuck.Id}' can never come: it waits for what can only come after its stage.",
                "Let it wait for items that can be settled before.");
        return stuck is null;
    }

    private static bool CheckPredecessor(Plan plan, ItemDefinition item, ItemDefinition before, bool orDue)
    {
        if (before is RegisterDefinition)
        {
            plan.AtItem(item.Id, "after", $"'{item.Id}' waits for the register '{before.Id}', which is never done.",
                "Let it wait for an item that is done.");
            return false;
        }
        if (before.Repeat is { Until.Count: 0 })
        {
            plan.AtItem(item.Id, "after", $"'{item.Id}' waits for '{before.Id}', which comes again without end.",
                $"Give 'repeat' of '{before.Id}' an 'until', or let '{item.Id}' wait for something else.");
            return false;
        }
        if (orDue && !plan.DeadlinesOf(before.Id).Any())
        {
            plan.AtItem(item.Id, "after", $"'{item.Id}' waits for the deadline of '{before.Id}', which has none.",
                $"Give '{before.Id}' a 'due', or remove 'orDue'.");
            return false;
        }
        var (own, other) = (plan.StageOf(item.Id), plan.StageOf(before.Id));
        if (own is null || other is null || own == other || plan.Stages.Leads(other, own))
            return true;
        plan.AtItem(item.Id, "after",
            $"'{item.Id}' waits for '{before.Id}' of the stage '{other}', which cannot come before '{own}'.",
            "Move one of the two, or let it wait for an item of its own or an earlier stage.");
        return false;
    }

    private static bool ReportCircles(Plan plan)
    {
        var finished = new HashSet<string>();
        var found = false;
        foreach (var item in plan.Items.Keys)
            found |= Follow(plan, item, [], finished);
        return found;
    }

    /// <summary>Follows predecessors in depth; at most as deep as there are items, which are limited.</summary>
    private static bool Follow(Plan plan, string item, List<string> path, HashSet<string> finished)
    {
        var start = path.IndexOf(item);
        if (start >= 0)
        {
            var circle = path.Skip(start).Append(item).ToList();
            if (circle.Count == 2)
                plan.AtItem(item, "after", $"'{item}' waits for itself.", "Let it wait for another item.");
            else
                plan.AtItem(item, "after",
                    $"These wait for each other: {string.Join(", ", circle.Take(8))}{(circle.Count > 8 ? " …" : "")}.",
                    "Remove one from the 'after' of another.");
            return true;
        }
        if (!plan.Items.TryGetValue(item, out var definition) || !finished.Add(item))
            return false;
        path.Add(item);
        var found = false;
        foreach (var before in definition.After)
            found |= (path.Contains(before.Item) || !finished.Contains(before.Item)) && Follow(plan, before.Item, path, finished);
        path.RemoveAt(path.Count - 1);
        return found;
    }
}
