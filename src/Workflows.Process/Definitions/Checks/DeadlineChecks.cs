namespace Workflows.Process.Definitions.Checks;

/// <summary>Deadlines agree with their ladders and with the settings that they count from.</summary>
internal static class DeadlineChecks
{
    public static void Run(Plan plan)
    {
        foreach (var deadline in plan.Definition.AllDeadlines)
        {
            if (deadline is { Force: Force.Advisory, Ladder: { } name }
                && plan.Definition.Ladders.TryGetValue(name, out var ladder) && ladder.Rungs.Any(rung => rung.Escalates))
            {
                plan.AtDeadline(deadline, ["ladder"],
                    $"The deadline '{deadline.Id}' is advisory, but its ladder '{name}' escalates.",
                    "Use a ladder that only reminds: what is not owed is never escalated.");
            }
            if (OptionWithoutDate(plan, deadline.Due.Anchor) is { } option)
            {
                plan.AtDeadline(deadline, ["of", "before"],
                    $"The deadline '{deadline.Id}' counts from {deadline.Due.Anchor}, whose option '{option}' stands for no date.",
                    "Give every option of that setting an 'anchor'.");
            }
        }
        foreach (var item in plan.Items.Values)
        {
            CheckMoment(plan, item, "notBefore", item.NotBefore);
            CheckMoment(plan, item, "until", (item as WaitDefinition)?.Until);
        }
    }

    private static void CheckMoment(Plan plan, ItemDefinition item, string key, Moment? moment)
    {
        if (moment is not null && OptionWithoutDate(plan, moment.Anchor) is { } option)
        {
            plan.AtItem(item.Id, key,
                $"'{key}' of '{item.Id}' counts from {moment.Anchor}, whose option '{option}' stands for no date.",
                "Give every option of that setting an 'anchor'.");
        }
    }

    private static string? OptionWithoutDate(Plan plan, Anchor anchor) => anchor.Kind != AnchorKind.Setting ? null
        : plan.Definition.Settings.Where(setting => setting.Name == anchor.Name).SelectMany(setting => setting.Options)
            .FirstOrDefault(option => option.Anchor is null)?.Id;
}
