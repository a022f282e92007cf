using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Links;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>A review as somebody looks at it: public because the components that show it are.</summary>
/// <param name="File">The review.</param>
/// <param name="Context">What may be known beside its state.</param>
/// <param name="Directory">The directory at this moment.</param>
/// <param name="User">Identifier of the person who looks.</param>
/// <param name="Roles">The roles in which they may act in it today.</param>
public sealed record ReviewView(
    ReviewFile File, ReviewContext Context, DirectorySnapshot Directory, string User, IReadOnlyList<string> Roles)
{
    /// <summary>Its state.</summary>
    public ReviewState State => File.State;

    /// <summary>The definition under which it runs.</summary>
    public ProcessDefinition Definition => File.Definition;

    /// <summary>The present day, Europe/London.</summary>
    public DateOnly Today => Context.Today;

    /// <summary>Linked reviews that the person may see; filled in only where a page shows them.</summary>
    public IReadOnlyList<LinkedReview> Links { get; init; } = [];

    /// <summary>The roles that may link it to others.</summary>
    internal IReadOnlyList<string> Linkers => [.. Definition.OpenedBy.Concat(Definition.Withdrawal?.By ?? []).Distinct()];

    internal bool MayLink => Linkers.Any(Roles.Contains);

    internal string Address => $"/reviews/{File.Id}";

    internal string Partnership => Directory.FindPartnership(State.Partnership)?.Name ?? State.Partnership;

    internal IReadOnlyList<ReviewAction> Actions => ReviewActions.For(State, Context);

    internal IReadOnlyList<ReviewAction> Registers => ReviewActions.Registers(State, Context);

    internal bool IsMine(ReviewAction action) => action.Roles.Any(Roles.Contains);

    /// <summary>Whether this person was the one who handed in what an approval is about: they may not approve it.</summary>
    internal bool IsOwnWork(ReviewAction action) =>
        action.Definition is ApprovalDefinition { About: { } about }
        && State.Items.GetValueOrDefault(about)?.Versions is [.., var version] && version.By.User == User;

    /// <summary>Who may correct answers, explain delays, extend limits.</summary>
    internal bool MayCorrect => State.IsOpen
        && Definition.OpenedBy.Concat(Definition.Withdrawal?.By ?? []).Any(Roles.Contains);

    /// <summary>Whether there is a newer version of its process to move to.</summary>
    internal bool HasNewer => State.IsOpen && Context.Catalogue.Newer(Definition).Count > 0;

    /// <summary>Who may offer what is public to the national repository: those who correct answers.</summary>
    internal bool MayOffer => Definition.OpenedBy.Concat(Definition.Withdrawal?.By ?? []).Any(Roles.Contains);

    internal bool MayWithdraw => State.IsOpen && Definition.Withdrawal is { } rule && rule.By.Any(Roles.Contains);

    internal string StageTitle => Definition.Stages.FirstOrDefault(stage => stage.Id == State.Stage)?.Title ?? "Not begun";

    /// <summary>What happens next, in a sentence.</summary>
    internal string NextText
    {
        get
        {
            if (!State.IsOpen)
            {
                return "Nothing more is to be done in it.";
            }

            var next = Actions.Select(action => $"{action.Title} ({RoleTitles(action.Roles)})").Distinct().Take(4).ToList();
            return next.Count == 0 ? "Nothing can be done until some time has passed. Those concerned will be written to." : $"What happens next: {string.Join("; ", next)}.";
        }
    }

    internal string RoleTitle(string role) =>
        Definition.Roles.GetValueOrDefault(role) ?? Definition.Bodies.GetValueOrDefault(role) ?? Say.Role(role);

    internal string RoleTitles(IEnumerable<string> roles) => string.Join(" or ", roles.Select(RoleTitle));

    internal string NameOf(string user) => user == "engine" ? "The service" : Directory.NameOf(user) ?? user;

    internal ItemDefinition? DefinitionOf(ItemState item) => Definition.Items.FirstOrDefault(each => each.Id == item.Definition);

    internal string TitleOf(string item)
    {
        var state = State.Items.GetValueOrDefault(item);
        var title = Definition.Items.FirstOrDefault(each => each.Id == (state?.Definition ?? item))?.Title;
        if (title is null && Actions.FirstOrDefault(action => action.Item.Id == item) is { } offered)
        {
            return offered.Title;
        }

        return title is null ? (item.StartsWith("release-", StringComparison.Ordinal) ? "Release the delay notice" : item) : state?.Label is { } label ? $"{title}: {label}" : title;
    }

    internal DeadlineDefinition RuleOf(DeadlineState deadline) =>
        Definition.AllDeadlines.First(each => each.Id == deadline.Definition);

    internal string TitleOf(DeadlineState deadline)
    {
        var label = deadline.Item is null ? null : State.Items.GetValueOrDefault(deadline.Item)?.Label;
        var title = RuleOf(deadline).Title;
        return label is null ? title : $"{title}: {label}";
    }

    internal FactDefinition? FactOf(string name) => Definition.Facts
        .Concat(Definition.Items.SelectMany(item => item.Ask)).FirstOrDefault(fact => fact.Name == name);

    /// <summary>The deadlines that still apply or applied, the earliest first.</summary>
    internal IEnumerable<DeadlineState> Deadlines => State.Deadlines.Values.Where(deadline => !deadline.Cancelled)
        .OrderBy(deadline => deadline.DueOn).ThenBy(deadline => deadline.Id, StringComparer.Ordinal);

    /// <summary>Whether a delay notice about it went, or waits for release.</summary>
    internal bool IsEscalated(DeadlineState deadline) =>
        RuleOf(deadline).Ladder is { } ladder && Definition.Ladders.TryGetValue(ladder, out var steps)
        && steps.Rungs.Any(rung => rung.Escalates
            && deadline.Fired.Any(fired => fired.Split('.')[0] == $"{rung.Number}"));

    /// <summary>The items of one kind that have a state, in the order of their opening.</summary>
    internal IEnumerable<(ItemState Item, T Definition)> Items<T>()
        where T : ItemDefinition =>
        State.Items.Values.Select(item => (item, definition: DefinitionOf(item) as T))
            .Where(pair => pair.definition is not null && pair.item.OpenedOn != default)
            .OrderBy(pair => pair.item.OpenedOn).ThenBy(pair => pair.item.Id, StringComparer.Ordinal)
            .Select(pair => (pair.item, pair.definition!));
}
