using Workflows.Process.Calendar;
using Workflows.Process.Definitions;

namespace Workflows.Web.Pages.Parts;

/// <summary>Time limits in plain words.</summary>
internal static class TimeLimits
{
    /// <summary>A time limit: <c>5 working days after the stage ‘Rapid review’ begins</c>.</summary>
    public static string Words(Moment moment, ProcessDefinition definition)
    {
        var anchor = Anchor(moment.Anchor, definition);
        return moment.Budget.Amount == 0 ? $"on the day when {anchor}"
            : $"{moment.Budget} {(moment.Direction == CountDirection.After ? "after" : "before")} {anchor}";
    }

    private static string Anchor(Anchor anchor, ProcessDefinition definition) => anchor.Kind switch
    {
        AnchorKind.ReviewOpened => "the review is opened",
        AnchorKind.StageOpened => $"the stage ‘{definition.Stages.FirstOrDefault(stage => stage.Id == anchor.Name)?.Title ?? anchor.Name}’ begins",
        AnchorKind.ItemOpened => $"‘{Item(anchor.Name, definition)}’ can be done",
        AnchorKind.ItemDone => $"‘{Item(anchor.Name, definition)}’ is done",
        AnchorKind.Setting => $"the day that the partnership chose ({definition.Settings.FirstOrDefault(setting => setting.Name == anchor.Name)?.Title ?? anchor.Name})",
        _ => $"the answer to ‘{Fact(anchor.Name, definition)}’",
    };

    private static string Item(string id, ProcessDefinition definition) =>
        definition.Items.FirstOrDefault(item => item.Id == id)?.Title ?? id;

    private static string Fact(string name, ProcessDefinition definition) => definition.Facts
        .Concat(definition.Items.SelectMany(item => item.Ask)).FirstOrDefault(fact => fact.Name == name)?.Ask ?? name;
}
