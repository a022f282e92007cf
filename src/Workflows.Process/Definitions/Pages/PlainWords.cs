using System.Globalization;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Definitions.Pages;

/// <summary>Says in plain English what the parts of a definition mean.</summary>
internal sealed class PlainWords(ProcessDefinition definition)
{
    private readonly Dictionary<string, ItemDefinition> _items = definition.Items.ToDictionary(item => item.Id);
    private readonly Dictionary<string, string> _stages =
        definition.Stages.ToDictionary(stage => stage.Id, stage => stage.Title);
    private readonly Dictionary<string, FactDefinition> _facts = definition.Facts
        .Concat(definition.Items.SelectMany(item => item.Ask)).DistinctBy(fact => fact.Name).ToDictionary(fact => fact.Name);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(Force force) => KebabCase.Of(force).Replace('-', ' ');

    public static string Of(CheckedMark mark) => mark switch
    {
        CheckedMark.Primary => "read in the primary text",
        CheckedMark.Secondary => "reported by a secondary text",
        _ => "not read at source",
    };

    public static string KindOf(ItemDefinition item) => item switch
    {
        TaskDefinition => "task",
        DocumentDefinition => "document",
        ApprovalDefinition => "approval",
        DecisionDefinition => "decision",
        NoticeDefinition => "letter",
        WaitDefinition => "waiting time",
        _ => "register",
    };

    public string Roles(IEnumerable<string> names) => string.Join(", ", names.Select(name =>
        definition.Roles.GetValueOrDefault(name) ?? definition.Bodies.GetValueOrDefault(name)
        ?? (name == RungDefinition.Responsible ? "whoever has it to do" : name)));

    public string StageOrEnd(string? stage) => stage is null ? "the review closes" : $"“{_stages[stage]}”";

    public string Item(string id) => $"“{_items[id].Title}”";

    public string QuorumOf(ApprovalDefinition approval) => approval switch
    {
        { QuorumSetting: { } name } => Setting(name).Title.ToLowerInvariant(),
        { Quorum: { } number } => $"{number} of them",
        { By.Count: 1 } => "one person",
        _ => "all of them",
    };

    public string Limit(Moment due) => due.Direction == CountDirection.After
        ? $"{due.Budget} after {Anchor(due.Anchor)}"
        : $"at least {due.Budget} before {Anchor(due.Anchor)}";

    public IEnumerable<string> When(ItemDefinition item)
    {
        if (item.Each is { } list)
            yield return $"One for every answer to “{_facts[list].Ask}”";
        if (item.After.Count > 0)
            yield return "After " + string.Join(" and ", item.After.Select(before =>
                Item(before.Item) + (before.OrDue ? " or its due day" : "")));
        if (item.When is { } condition)
            yield return $"If {Condition(condition)}";
        if (item.NotBefore is { } gate)
            yield return $"Not before {Count(gate)}";
        if (item is WaitDefinition wait)
            yield return $"Until {Count(wait.Until)}";
        if (item.Repeat is { } repeat)
            yield return $"Again every {repeat.Every}"
                + (repeat.Until.Count > 0 ? $" until {string.Join(" and ", repeat.Until.Select(Item))}" : "");
        if (item.NotBy.Count > 0)
            yield return $"Not by whoever did {string.Join(" or ", item.NotBy.Select(Item))}";
        if (item.Publishes is { } publishes)
            yield return $"Makes {Item(publishes.Document)} public";
        if (item.WithdrawsPublication)
            yield return "Takes what was published from the public register";
        if (item is { Unfinished: Unfinished.Gap, Each: not null })
            yield return "What never comes is recorded as a gap";
    }

    public string Outcome(OutcomeDefinition outcome)
    {
        List<string> parts = [];
        if (outcome.Usual)
            parts.Add("the usual one");
        if (outcome.Go is { } go)
            parts.Add($"then {StageOrEnd(go)}");
        if (outcome.Reopens.Count > 0)
            parts.Add($"opens {string.Join(", ", outcome.Reopens.Select(Item))} again");
        if (outcome.Start is { } start)
            parts.Add($"starts a linked review, {start.Process}");
        if (outcome.Tells.Count > 0)
            parts.Add($"told: {Roles(outcome.Tells)}");
        if (outcome.Close is { } ending)
            parts.Add(ending == ReviewEnding.Closed ? "the review closes" : "the review is withdrawn");
        return parts.Count == 0 ? outcome.Title : $"{outcome.Title} ({string.Join("; ", parts)})";
    }

    public string Rung(RungDefinition rung)
    {
        var day = rung switch
        {
            { Times: > 1 } => $"every {rung.Budget} after the due day, {rung.Times} times",
            { Budget.Amount: 0 } => "on the due day",
            { Direction: CountDirection.Before } => $"{rung.Budget} before the due day",
            _ => $"{rung.Budget} after the due day",
        };
        return $"{day}: {(rung.Escalates ? "delay notice" : "reminder")} to {Roles(rung.Recipients)}";
    }

    private string Count(Moment moment) => moment.Budget.Amount == 0 ? Anchor(moment.Anchor)
        : $"{moment.Budget} {(moment.Direction == CountDirection.After ? "after" : "before")} {Anchor(moment.Anchor)}";

    private string Anchor(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.ReviewOpened => "the opening of the review",
        AnchorKind.StageOpened => $"the beginning of {StageOrEnd(anchor.Name)}",
        AnchorKind.ItemOpened => $"the opening of {Item(anchor.Name)}",
        AnchorKind.ItemDone => $"the day of {Item(anchor.Name)}",
        AnchorKind.Fact => $"the answer to “{_facts[anchor.Name].Ask}”",
        _ => $"the partnership's choice of “{Setting(anchor.Name).Title}”",
    };

    private string Condition(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Parts.Select(Condition)),
        AnyOf any => string.Join(", or ", any.Parts.Select(Condition)),
        NotThat not => $"not: {Condition(not.Part)}",
        IsOneOf one => $"{Subject(one.Subject)} is {string.Join(" or ", one.Values.Select(value => Value(one.Subject, value)))}",
        IsBetween between => Subject(between.Subject)
            + (between.From is { } from ? $" is {Day(from)} or later" : "")
            + (between is { From: not null, To: not null } ? " and" : "")
            + (between.To is { } to ? $" is {Day(to)} or earlier" : ""),
        _ => throw new InvalidOperationException($"No words for {condition.GetType().Name}."),
    };

    private string Subject(Subject subject) => subject.Kind switch
    {
        SubjectKind.Fact => $"the answer to “{_facts[subject.Name].Ask}”",
        SubjectKind.Setting => $"the partnership's choice of “{Setting(subject.Name).Title}”",
        _ => Item(subject.Name),
    };

    private string Value(Subject subject, string value)
    {
        var title = subject.Kind switch
        {
            SubjectKind.Outcome => ((DecisionDefinition)_items[subject.Name]).Outcomes.First(outcome => outcome.Id == value).Title,
            SubjectKind.Fact => _facts[subject.Name].Options.FirstOrDefault(option => option.Id == value)?.Title,
            SubjectKind.Setting => Setting(subject.Name).Options.First(option => option.Id == value).Title,
            _ => null,
        };
        return title is null ? value : $"“{title}”";
    }

    private SettingDefinition Setting(string name) => definition.Settings.First(setting => setting.Name == name);
}
