using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;

namespace Workflows.Web.Api.Reviews;

/// <summary>Tells what can be done, and how.</summary>
internal static class ActionBodies
{
    public static ActionBody Of(ReviewAction action, ReviewFile file, IReadOnlyList<string> rolesOfCaller)
    {
        var kind = KindOf(action.Definition);
        var approval = action.Definition as ApprovalDefinition;
        var decision = action.Definition as DecisionDefinition;
        return new ActionBody
        {
            Kind = kind,
            Id = action.Item.Id,
            Title = action.Title,
            Help = action.Definition.Help,
            Role = action.Roles[0],
            Roles = action.Roles,
            Mine = action.Roles.Any(rolesOfCaller.Contains),
            DueOn = action.DueOn,
            Href = $"/api/reviews/{file.Id}/{(kind == "register" ? "task" : kind)}s/{action.Item.Id}",
            Method = action.Definition is DocumentDefinition ? "PUT" : "POST",
            Facts = [.. action.Definition.Ask.Select(FactBody.Of)],
            Outcomes = decision is null ? null : [.. decision.Outcomes.Select(OutcomeBody.Of)],
            RationaleRequired = decision?.RationaleRequired,
            About = approval?.About,
            Version = approval is null ? null : action.Item.About,
            Cite = action.Definition.Cite ?? action.Definition.Due?.Cite,
        };
    }

    /// <summary>The kind of an item as the API names it.</summary>
    public static string KindOf(ItemDefinition item) => item switch
    {
        TaskDefinition => "task",
        DecisionDefinition => "decision",
        ApprovalDefinition => "approval",
        DocumentDefinition => "document",
        RegisterDefinition => "register",
        NoticeDefinition => "notice",
        WaitDefinition => "wait",
        _ => throw new ArgumentException($"No name for {item.GetType().Name}.", nameof(item)),
    };
}
