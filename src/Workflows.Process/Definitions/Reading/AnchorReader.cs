using Workflows.Process.Calendar;

namespace Workflows.Process.Definitions.Reading;

/// <summary>Where something stands, for <c>stage.opened</c> and <c>item.opened</c>; null where there is none.</summary>
internal readonly record struct Standing(string? Stage, string? Item);

/// <summary>Reads dates to count from, and days found by counting from them.</summary>
internal static class AnchorReader
{
    private const string Forms =
        "Write review.opened, stage.opened, item.opened, NAME.opened, ITEM.on, facts.NAME or settings.NAME.";

    /// <summary>The anchor under a key that must be there; null, and logged, where it makes none.</summary>
    public static Anchor? Read(ReadingContext context, Section section, string key, Standing standing)
    {
        if (section.Required(key) is not { } part)
            return null;
        if (part is YamlScalar { Text: var text } && text.Split('.') is [var name, var member])
            return Resolve(context, part.Place, name, member, standing);
        context.Problems.Add(part.Place, $"'{key}' is no date to count from.", Forms);
        return null;
    }

    /// <summary>A moment: <c>{ after: 7 working days, of: copies.on }</c>, or with <c>before</c>; null where it makes none.</summary>
    public static Moment? Moment(ReadingContext context, Section owner, string key, Standing standing)
    {
        if (owner.Optional(key) is not { } part
            || Section.Open(part, $"day under '{key}'", DefinitionKeys.Moment, context.Problems) is not { } section)
            return null;
        return Counted(context, section, "after", "before", "of", "of", standing);
    }

    /// <summary>A budget under one of two keys, and the anchor it is counted from or back from.</summary>
    public static Moment? Counted(
        ReadingContext context, Section section, string forward, string back, string forwardAnchor, string backAnchor, Standing standing)
    {
        if (section.Has(forward) == section.Has(back))
        {
            context.Problems.Add(section.PlaceOf(back), $"A day is counted by either '{forward}' or '{back}'.",
                $"Write one of the two with a time limit, such as '{forward}: 7 working days'.");
            return null;
        }
        var ahead = section.Has(forward);
        var anchor = Read(context, section, ahead ? forwardAnchor : backAnchor, standing);
        var budget = section.Budget(ahead ? forward : back);
        return anchor is null || budget is null
            ? null
            : new Moment(budget.Value, ahead ? CountDirection.After : CountDirection.Before, anchor);
    }

    private static Anchor? Resolve(ReadingContext context, Place place, string name, string member, Standing standing)
    {
        var names = context.Names;
        switch (name, member)
        {
            case ("review", "opened"):
                return new Anchor(AnchorKind.ReviewOpened, "");
            case ("stage", "opened") when standing.Stage is not null:
                return new Anchor(AnchorKind.StageOpened, standing.Stage);
            case ("item", "opened") when standing.Item is not null:
                return new Anchor(AnchorKind.ItemOpened, standing.Item);
            case ("stage" or "item", "opened"):
                context.Problems.Add(place, $"There is no {name} here of which '{name}.opened' could speak.",
                    "Name the stage or item: NAME.opened.");
                return null;
            case ("facts", _):
                return Fact(context, place, member);
            case ("settings", _) when names.Settings.ContainsKey(member):
                return new Anchor(AnchorKind.Setting, member);
            case ("settings", _):
                context.Problems.AddUnknown(place, "setting", member, names.Settings.Keys,
                    "Declare it under 'settings'.");
                return null;
            case (_, "opened") when names.Stages.ContainsKey(name):
                return new Anchor(AnchorKind.StageOpened, name);
            case (_, "opened") when names.Items.ContainsKey(name):
                return new Anchor(AnchorKind.ItemOpened, name);
            case (_, "on") when names.Items.ContainsKey(name):
                return new Anchor(AnchorKind.ItemDone, name);
            case (_, "on") when names.Stages.ContainsKey(name):
                context.Problems.Add(place, $"'{name}' is a stage and has no day on which it is done.",
                    $"Write {name}.opened, or an item's day.");
                return null;
            case (_, "opened" or "on"):
                context.Problems.AddUnknown(place, "item or stage", name, names.Items.Keys.Concat(names.Stages.Keys), Forms);
                return null;
            default:
                context.Problems.Add(place, $"'{ProblemLog.Shown($"{name}.{member}")}' is no date to count from.", Forms);
                return null;
        }
    }

    private static Anchor? Fact(ReadingContext context, Place place, string name)
    {
        if (!context.Names.Facts.TryGetValue(name, out var fact))
            context.Problems.AddUnknown(place, "fact", name, context.Names.Facts.Keys,
                "Ask it at opening or with an item.");
        else if (fact.Type != "date")
            context.Problems.Add(place, $"The fact '{name}' is no date.", "Count from a fact of type date.");
        else
            return new Anchor(AnchorKind.Fact, name);
        return null;
    }
}
