using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>What can be done in a review now.</summary>
public static class ReviewActions
{
    /// <summary>
    /// Everything that carries the review forward and can be done now: by its doing alone, and the passing of time, the review
    /// comes to its end. An approval appears once for every role that has not answered.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static IReadOnlyList<ReviewAction> For(ReviewState state, ReviewContext context) =>
        state.IsOpen
            ? [.. Releases(state), .. DecideComments.Actions(state, context), .. ScreeningActions.Of(state, context), .. Items(state, context, registers: false), .. Starts(state, context), .. Moves(state, context)]
            : [.. Starts(state, context)];

    /// <summary>The registers that may be added to now. They carry nothing forward, and are no actions.</summary>
    /// <param name="state">The state.</param>
    /// <param name="context">What may be known beside the state.</param>
    public static IReadOnlyList<ReviewAction> Registers(ReviewState state, ReviewContext context) =>
        state.IsOpen ? [.. Items(state, context, registers: true)] : [];

    private static IEnumerable<ReviewAction> Items(ReviewState state, ReviewContext context, bool registers)
    {
        var order = context.Definition.Items.Select((item, index) => (item.Id, index)).ToDictionary();
        return state.Items.Values
            .Where(item => item.Status == ItemStatus.Open
                && context.Plan.Items[item.Definition] is RegisterDefinition == registers
                && context.Plan.Items[item.Definition] is { By.Count: > 0 } definition
                && Publishing.StandsAgainst(definition, state, context.Plan) is null)
            .OrderBy(item => order[item.Definition]).ThenBy(item => item.Id.Length).ThenBy(item => item.Id, StringComparer.Ordinal)
            .SelectMany(item => For(item, context.Plan.Items[item.Definition], state, context));
    }

    private static IEnumerable<ReviewAction> For(
        ItemState item, ItemDefinition definition, ReviewState state, ReviewContext context)
    {
        var roles = definition is ApprovalDefinition approval
            ? Quorum.Outstanding(approval, item).Select(role => (IReadOnlyList<string>)[role])
            : [definition.By];
        return roles.Select(allowed => new ReviewAction
        {
            Item = item,
            Definition = definition,
            Roles = allowed,
            DueOn = DueOn(item, definition, state, context),
        });
    }

    private static DateOnly? DueOn(ItemState item, ItemDefinition definition, ReviewState state, ReviewContext context)
    {
        var spanning = context.Plan.DeadlinesMetBy.GetValueOrDefault(definition.Id, []).Select(deadline => deadline.Id);
        return spanning.Append(item.Id)
            .Select(id => state.Deadlines.GetValueOrDefault(id)).Where(deadline => deadline is { IsRunning: true })
            .Min(deadline => deadline?.DueOn);
    }

    // Reviews that were decided on and want an answer first: also of a review that ended by that very decision.
    private static IEnumerable<ReviewAction> Starts(ReviewState state, ReviewContext context) =>
        state.Starts.Values.Where(start => start.Status == StartStatus.Asked)
            .OrderBy(start => start.Id.Length).ThenBy(start => start.Id, StringComparer.Ordinal)
            .Select(start => DecideStarts.Action(start, context)).OfType<ReviewAction>();

    private static IEnumerable<ReviewAction> Moves(ReviewState state, ReviewContext context) =>
        state.Move is { } move ? [DecideMoves.Action(move, context)] : [];

    private static IEnumerable<ReviewAction> Releases(ReviewState state) =>
        state.Held.Values.OrderBy(held => held.Escalation, StringComparer.Ordinal).Select(held => new ReviewAction
        {
            Item = new ItemState { Id = held.Escalation, Definition = held.Escalation, Status = ItemStatus.Open },
            Definition = new TaskDefinition
            {
                Id = held.Escalation,
                Title = "Release the delay notice",
                Help = $"It goes by itself after {held.GoesOn:d MMMM yyyy}.",
                By = [Ladders.Releaser],
            },
            Roles = [Ladders.Releaser],
            DueOn = held.GoesOn,
        });
}

/// <summary>Something that can be done now.</summary>
public sealed record ReviewAction
{
    /// <summary>The item's standing; its identifier names the action.</summary>
    public required ItemState Item { get; init; }

    /// <summary>What the definition says of it.</summary>
    public required ItemDefinition Definition { get; init; }

    /// <summary>Roles of which any may do it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The day by which it is due, or null; the day ends at 23:59:59 Europe/London.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What people call it, with which of several it is.</summary>
    public string Title => Item.Label is { } label ? $"{Definition.Title}: {label}" : Definition.Title;
}
