using Workflows.Process.Definitions;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Processes;

/// <summary>Tells what a definition says.</summary>
internal static class ProcessBodies
{
    public static ProcessSummaryBody SummaryOf(ProcessDefinition definition) => new()
    {
        Id = definition.Id,
        Version = definition.Version,
        Title = definition.Title,
        EffectiveFrom = definition.Effective.From,
        EffectiveTo = definition.Effective.To,
        EffectiveBy = definition.Effective.By,
        Hash = definition.Hash,
    };

    public static ProcessBody Of(ProcessDefinition definition) => new()
    {
        Id = definition.Id,
        Version = definition.Version,
        Title = definition.Title,
        Summary = definition.Summary,
        Hash = definition.Hash,
        EffectiveFrom = definition.Effective.From,
        EffectiveTo = definition.Effective.To,
        EffectiveBy = definition.Effective.By,
        Roles = definition.Roles,
        Bodies = definition.Bodies,
        OpenedBy = definition.OpenedBy,
        WithdrawnBy = definition.Withdrawal?.By ?? [],
        Settings = [.. definition.Settings.Select(setting => new SettingBody(
            setting.Name, setting.Title, setting.Default, setting.Options.ToDictionary(option => option.Id, option => option.Title)))],
        Facts = [.. definition.Facts.Select(FactBody.Of)],
        Stages = [.. definition.Stages.Select(stage => new StageBody(
            stage.Id, stage.Title, stage.Then, [.. stage.Items.Select(Item)]))],
        Alongside = [.. definition.Alongside.Select(Item)],
        Deadlines = [.. definition.AllDeadlines.Select(Deadline)],
    };

    /// <summary>A time limit in words.</summary>
    public static string Counted(Moment moment) =>
        $"{moment.Budget} {Words.Of(moment.Direction)} {moment.Anchor}";

    private static ItemBody Item(ItemDefinition item) => new()
    {
        Kind = ActionBodies.KindOf(item),
        Id = item.Id,
        Title = item.Title,
        Help = item.Help,
        Roles = item.By,
        After = [.. item.After.Select(before => before.Item)],
        Each = item.Each,
        NotBy = item.NotBy,
        Cite = item.Cite,
        Facts = [.. item.Ask.Select(FactBody.Of)],
        Outcomes = item is DecisionDefinition decision ? [.. decision.Outcomes.Select(OutcomeBody.Of)] : null,
    };

    private static DeadlineRuleBody Deadline(DeadlineDefinition deadline) => new()
    {
        Id = deadline.Id,
        Title = deadline.Title,
        Counted = Counted(deadline.Due),
        MetBy = deadline.MetBy,
        Force = Words.Of(deadline.Force),
        Cite = deadline.Cite,
        Checked = Words.Of(deadline.Checked),
        Extendable = deadline.Extendable || deadline.Force == Force.Local,
    };
}
