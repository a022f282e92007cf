using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Other reviews that outcomes start: which answers they carry over, what is still to be asked, and by whom.</summary>
internal static class Starting
{
    /// <summary>Notes the review that an outcome starts, and asks for what is missing. Going on, it is not started twice.</summary>
    public static void Follow(Turn turn, string item, OutcomeDefinition outcome, DateOnly decidedOn, Actor actor)
    {
        if (outcome.Start is not { } start || IsGoingOn(start.Process, turn.State)
            || turn.Context.Catalogue.Find(start.Process) is not { } latest)
        {
            return;
        }

        var given = Carried(start, Version(latest, Dates(start, turn.State, decidedOn), turn.Context), turn, decidedOn);
        var definition = Version(latest, given, turn.Context);
        var missing = Missing(definition, given);
        var id = $"start-{turn.State.Starts.Count + 1}";
        var texts = definition.Facts.Where(fact => fact.Type == FactType.Text).Select(fact => fact.Name).ToHashSet();
        turn.Add(
            new StartIntended(
                id, start.Process, start.Link, item, outcome.Id, missing.Count == 0,
                given.Where(fact => !texts.Contains(fact.Key)).ToDictionary(),
                given.Where(fact => texts.Contains(fact.Key)).ToDictionary(fact => fact.Key, fact => new Words(fact.Value))),
            actor);
        if (missing.Count > 0)
        {
            turn.Write(LetterKind.Request, definition.OpenedBy, new LetterTopic(id));
        }
    }

    /// <summary>The definition under which a review would be opened with these answers: the latest where they do not choose.</summary>
    public static ProcessDefinition Version(
        ProcessDefinition latest, IReadOnlyDictionary<string, string> facts, ReviewContext context) =>
        context.Catalogue.Choose(latest.Id, facts).Definition ?? latest;

    /// <summary>What must still be answered.</summary>
    public static IReadOnlyList<FactDefinition> Missing(ProcessDefinition definition, IReadOnlyDictionary<string, string> given) =>
        [.. definition.Facts.Where(fact => fact.Required && !given.ContainsKey(fact.Name))];

    /// <summary>What a person is asked for a start: everything missing, or after trouble everything.</summary>
    public static (ProcessDefinition Definition, IReadOnlyList<FactDefinition> Ask)? Asked(StartState start, ReviewContext context)
    {
        if (context.Catalogue.Find(start.Process) is not { } latest)
        {
            return null;
        }

        var definition = Version(latest, start.Facts, context);
        return (definition, start.Trouble is null ? Missing(definition, start.Facts) : [.. definition.Facts.Where(fact => fact.Required)]);
    }

    // Decided again, or reviewed already: one review of a kind at a time comes out of a case.
    private static bool IsGoingOn(string process, ReviewState state) =>
        state.Starts.Values.Any(start => start.Process == process && start.Status is StartStatus.Asked or StartStatus.Ready)
        || state.Links.Values.Any(link => link.Process == process && !link.IsRemoved && link.OtherEnded is null
            && link.Kind is not ("same-incident" or "related"));

    private static Dictionary<string, string> Dates(StartDefinition start, ReviewState state, DateOnly decidedOn)
    {
        var facts = state.Facts.ToDictionary();
        foreach (var (name, answer) in start.With)
        {
            facts[name] = Value(answer, state, decidedOn) ?? string.Empty;
        }

        return facts;
    }

    private static Dictionary<string, string> Carried(
        StartDefinition start, ProcessDefinition definition, Turn turn, DateOnly decidedOn)
    {
        var carried = new Dictionary<string, string>();
        foreach (var fact in definition.Facts)
        {
            var value = start.With.TryGetValue(fact.Name, out var answer)
                ? Value(answer, turn.State, decidedOn)
                : turn.Plan.Facts.GetValueOrDefault(fact.Name) is { } own && own.Type == fact.Type && own.List == fact.List
                    ? turn.State.Facts.GetValueOrDefault(fact.Name) : null;
            if (value is not null && Fits(fact, value))
            {
                carried[fact.Name] = value;
            }
        }

        return carried;
    }

    private static string? Value(string answer, ReviewState state, DateOnly decidedOn) => answer switch
    {
        StartDefinition.Decided => $"{decidedOn:yyyy-MM-dd}",
        _ when answer.StartsWith(StartDefinition.FactPrefix, StringComparison.Ordinal) =>
            state.Facts.GetValueOrDefault(answer[StartDefinition.FactPrefix.Length..]),
        _ => answer,
    };

    /// <summary>Whether an answer known elsewhere is one to this question.</summary>
    public static bool Fits(FactDefinition fact, string value) => fact.Type switch
    {
        FactType.Choice => fact.Options.Any(option => option.Id == value),
        FactType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
        FactType.Boolean => value is "true" or "false",
        FactType.Number => decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => fact.List ? value.Split('\n').All(each => each.Length <= fact.Limit) : value.Length <= fact.Limit,
    };
}
