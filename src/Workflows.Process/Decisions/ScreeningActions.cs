using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>What the screen asks of people, as actions: one a document, for all its findings.</summary>
internal static class ScreeningActions
{
    public static IEnumerable<ReviewAction> Of(ReviewState state, ReviewContext context)
    {
        var managers = DecideScreening.Managers(context.Definition);
        return state.Screening.Documents.Values.OrderBy(each => each.Item, StringComparer.Ordinal)
            .Where(each => DecideScreening.Asked(DecideScreening.ActionOf(each.Item), state) is not null
                && ScreeningGate.IsAwaited(each.Item, state, context.Plan))
            .Select(each => Action(each, context.Plan.Items.GetValueOrDefault(each.Item)?.Title ?? each.Item, managers));
    }

    private static ReviewAction Action(DocumentScreening screening, string title, IReadOnlyList<string> managers)
    {
        var id = DecideScreening.ActionOf(screening.Item);
        var count = screening.HasTooMany ? screening.Found : screening.Open.Count();
        var remove = new OutcomeDefinition(
            DecideScreening.Remove, "Have them removed: a new version is asked for", Usual: screening.HasTooMany, Go: null, Close: null, [], [], Start: null);
        return new ReviewAction
        {
            Item = new ItemState { Id = id, Definition = id, Status = ItemStatus.Open },
            Definition = new DecisionDefinition
            {
                Id = id,
                Title = $"Answer what the screen found in: {title}",
                Help = $"{count} {(count == 1 ? "finding has" : "findings have")} no answer in version {screening.Version}. Look at each, and at what could not be read, before you answer for all of them. Nothing is published until then.",
                By = managers,
                RationaleRequired = true,
                Outcomes = screening.HasTooMany ? [remove] :
                [
                    new OutcomeDefinition(DecideScreening.Keep, "Keep them, for the reason given", Usual: true, Go: null, Close: null, [], [], Start: null),
                    remove,
                ],
            },
            Roles = managers,
        };
    }
}
