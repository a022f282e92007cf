using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Past;

/// <summary>
/// Documents of reviews from before that are given later, also when the review has long ended: they keep the day on which they
/// were handed in, and what was published then enters the register as of its day.
/// </summary>
internal static class PastDocuments
{
    /// <summary>Whether a document stands in a review from before, and its bytes have not been given.</summary>
    public static bool IsMissing(ReviewState state, string item) =>
        state.Imported is not null && state.Items.GetValueOrDefault(item) is { HeldElsewhere: not null, Status: ItemStatus.Done };

    public static Refusal? Give(Turn turn, StoreDocument command, DocumentDefinition item, Caller caller)
    {
        var instance = turn.State.Items[command.Item];
        var definition = turn.Plan.Definition;
        if (Refusals.Role([.. item.By.Concat(DecideReview.Correctors(definition)).Distinct()], caller, definition, out var actor) is { } forbidden)
        {
            return forbidden;
        }

        if (instance.HeldElsewhere!.Sha256 is { } hash && hash != command.Sha256)
        {
            return Refusals.Conflict(
                "past-document", "This is not the document that was recorded: its SHA-256 hash differs. Give the file as it was handed in.");
        }

        turn.Add(
            new DocumentStored(
                command.Item, instance.Versions.Count + 1, command.Sha256, command.Bytes, command.MediaType, new Words(command.FileName),
                instance.DoneOn ?? turn.Today),
            actor);
        foreach (var publishing in Done(turn, definition.Items.Where(each => each.Publishes?.Document == item.Id)))
        {
            Publishing.Follow(turn, turn.Plan.Items[publishing.Definition], publishing.Id, actor);
        }

        foreach (var withdrawing in Done(turn, definition.Items.Where(each => each.WithdrawsPublication)))
        {
            Publishing.Follow(turn, turn.Plan.Items[withdrawing.Definition], withdrawing.Id, actor);
        }

        return null;
    }

    private static ItemState[] Done(Turn turn, IEnumerable<ItemDefinition> items)
    {
        var ids = items.Select(item => item.Id).ToHashSet();
        return [.. turn.State.ItemsInOrder.Where(each => each.Status == ItemStatus.Done && ids.Contains(each.Definition))];
    }
}
