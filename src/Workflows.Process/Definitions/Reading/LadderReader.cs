using Workflows.Process.Calendar;

namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads ladders of reminders and escalations.</summary>
internal static class LadderReader
{
    private const int MostRungs = 50;
    private const int MostTimes = 100;

    /// <summary>Every ladder of the file, by name.</summary>
    public static IReadOnlyDictionary<string, LadderDefinition> ReadAll(ReadingContext context, Section root)
    {
        var ladders = new Dictionary<string, LadderDefinition>();
        foreach (var entry in root.Entries("ladders"))
        {
            if (entry.Value is YamlList { Parts.Count: > 0 and <= MostRungs } list)
                ladders[entry.Key] = new LadderDefinition(entry.Key, Rungs(context, entry.Key, list));
            else
                context.Problems.Add(entry.Place,
                    $"The ladder '{ProblemLog.Shown(entry.Key)}' is no list of 1 to {MostRungs} rungs.",
                    "Write one rung on each line that begins with '- '.");
        }
        return ladders;
    }

    private static List<RungDefinition> Rungs(ReadingContext context, string ladder, YamlList list)
    {
        var rungs = new List<RungDefinition>();
        var latest = double.NegativeInfinity;
        foreach (var part in list.Parts)
        {
            if (Section.Open(part, $"rung {rungs.Count + 1} of ladder '{ladder}'", DefinitionKeys.Rung, context.Problems) is not { } section
                || Read(context, section, rungs.Count + 1) is not { } rung)
                continue;
            var days = DaysFromDue(rung);
            if (days < latest)
                context.Problems.Add(part.Place,
                    $"Rung {rung.Number} of ladder '{ladder}' comes earlier than the one above it.",
                    "List the rungs in the order in which they fire.");
            latest = Math.Max(latest, days);
            rungs.Add(rung);
        }
        return rungs;
    }

    private static RungDefinition? Read(ReadingContext context, Section section, int number)
    {
        var escalates = section.Has("escalate");
        if (escalates == section.Has("remind"))
            context.Problems.Add(section.PlaceOf("escalate"), "A rung either reminds or escalates.",
                "Write one of 'remind: [roles]' and 'escalate: [bodies]'.");
        var recipients = context.Recipients(section, escalates ? "escalate" : "remind", orResponsible: true);
        if (section.Has("every") == section.Has("at"))
        {
            context.Problems.Add(section.PlaceOf("every"), "A rung has one day or comes again and again.",
                "Write either 'at: 3 working days before' or 'every: 5 working days' with 'times'.");
            return null;
        }
        if (!section.Has("every"))
            return At(context, section) is var (budget, direction) ? Rung(budget, direction, 1) : null;
        section.Required("times");
        var every = section.Budget("every");
        if (every?.Amount == 0)
            context.Problems.Add(section.PlaceOf("every"), "A rung cannot come again after no time.",
                "Write a time limit of 1 or more.");
        var times = section.Number("times", 1, MostTimes) ?? 1;
        return every is null ? null : Rung(every.Value, CountDirection.After, times);

        RungDefinition Rung(Budget budget, CountDirection direction, int times) => new()
        {
            Number = number, Budget = budget, Direction = direction, Times = times, Escalates = escalates, Recipients = recipients,
        };
    }

    private static (Budget Budget, CountDirection Direction)? At(ReadingContext context, Section section)
    {
        if (section.Has("times"))
            context.Problems.Add(section.PlaceOf("times"), "'times' goes with 'every', not with 'at'.",
                "Remove it, or write 'every'.");
        var text = (section.Optional("at") as YamlScalar)?.Text ?? "";
        if (text == "due")
            return (Budget.WorkingDays(0), CountDirection.After);
        var cut = text.LastIndexOf(' ');
        if (cut > 0 && text[(cut + 1)..] is "before" or "after" && Budget.TryParse(text[..cut], out var budget))
            return (budget, text.EndsWith("before", StringComparison.Ordinal) ? CountDirection.Before : CountDirection.After);
        context.Problems.Add(section.PlaceOf("at"), $"'{ProblemLog.Shown(text)}' is no day of a rung.",
            "Write 'due', or a time limit before or after it: '3 working days before'.");
        return null;
    }

    /// <summary>Days from the due day, near enough to compare two rungs: five working days are seven days.</summary>
    private static double DaysFromDue(RungDefinition rung)
    {
        var days = rung.Budget.Amount * rung.Budget.Unit switch
        {
            BudgetUnit.WorkingDays => 1.4,
            BudgetUnit.Days => 1,
            BudgetUnit.Weeks => 7,
            BudgetUnit.Months => 30.4,
            _ => 365.25,
        };
        return rung.Direction == CountDirection.Before ? -days : days;
    }
}
