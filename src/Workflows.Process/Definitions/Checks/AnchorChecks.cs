namespace Workflows.Process.Definitions.Checks;

/// <summary>Every date that is counted from can become known in time: gates open, waits end, deadlines run.</summary>
internal static class AnchorChecks
{
    public static void Run(Plan plan)
    {
        var timed = plan.Items.Values.Where(item => item.NotBefore is not null || item is WaitDefinition).ToList();
        var stuck = timed.Where(item => IsStuck(item, Foresight.Of(plan, _ => false, id => id == item.Id))).ToList();
        if (stuck.Count == 0)
        {
            // Gates that are harmless one by one may wait for each other: those of which one without its gate is free.
            var together = Foresight.Of(plan, _ => false, _ => true);
            stuck =
            [
                .. timed.Where(item => IsStuck(item, together)
                    && !IsStuck(item, Foresight.Of(plan, _ => false, id => id != item.Id))),
            ];
        }
        foreach (var item in stuck)
        {
            var key = item is WaitDefinition && item.NotBefore is null ? "until" : "notBefore";
            plan.AtItem(item.Id, key, $"The day in '{key}' of '{item.Id}' can never become known.",
                $"Count from a date that is known before '{item.Id}' is settled.");
        }
        if (stuck.Count > 0)
            return;
        foreach (var deadline in plan.Definition.AllDeadlines)
            CheckDeadline(plan, deadline);
    }

    private static void CheckDeadline(Plan plan, DeadlineDefinition deadline)
    {
        // A date that is only known once the work is done gives a deadline that never reminds anybody.
        var ahead = Foresight.Of(plan, deadline.MetBy.Contains, _ => true);
        if (deadline.MetBy.Count > 0 && !ahead.IsKnown(deadline.Due.Anchor))
        {
            plan.AtDeadline(deadline, ["of", "before"],
                $"The deadline '{deadline.Id}' never runs: {deadline.Due.Anchor} is not known before the work is done.",
                "Count from a date that is known earlier.");
        }
    }

    private static bool IsStuck(ItemDefinition item, Foresight ahead) =>
        (item.NotBefore is { } gate && !ahead.IsKnown(gate.Anchor))
        || (item is WaitDefinition wait && !ahead.IsKnown(wait.Until.Anchor));
}
