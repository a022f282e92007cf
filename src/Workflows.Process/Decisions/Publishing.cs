using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Decisions;

/// <summary>Makes public, and takes from the register, what an item says.</summary>
internal static class Publishing
{
    /// <summary>Whether everything that an item would publish is there, and nothing stands against it.</summary>
    public static Refusal? Check(ItemDefinition item, ReviewState state, ProcessPlan plan) =>
        item.Publishes is { } publishes
        && state.Items.GetValueOrDefault(publishes.Document) is not { Status: ItemStatus.Done, Versions.Count: > 0 }
            ? new Refusal(
                RefusalKind.Conflict, "nothing-to-publish",
                $"The document '{publishes.Document}' has not been handed in. Hand it in first.")
            { Cite = item.Cite }
            : StandsAgainst(item, state, plan);

    /// <summary>What stands against publishing what an item would publish, or null: asked wherever something is published, by a person or by itself.</summary>
    public static Refusal? StandsAgainst(ItemDefinition item, ReviewState state, ProcessPlan plan) =>
        DecideComments.Check(item, state) ?? ScreeningGate.Check(item, state) ?? SignOffGate.Check(item, state, plan);

    /// <summary>Whether an item may still publish something.</summary>
    public static bool IsAhead(ItemDefinition item, ReviewState state, ProcessPlan plan) =>
        item.Publishes is not null && state.Items.GetValueOrDefault(item.Id) is not { IsSettled: true }
        && !Sentries.IsPassedBy(item, state, plan);

    public static void Follow(Turn turn, ItemDefinition item, string instance, Actor? by = null)
    {
        if (item.Publishes is { } publishes
            && turn.State.Items.GetValueOrDefault(publishes.Document)?.Versions is [.., var version])
        {
            var on = turn.State.Items[instance].DoneOn ?? turn.Today;
            turn.Add(
                new DocumentPublished(Identifier(turn.State), publishes.Document, version.Version, publishes.Form, on), by);
        }

        if (item.WithdrawsPublication)
        {
            foreach (var known in turn.State.Publications.Where(each => each.WithdrawnOn is null))
            {
                turn.Add(new PublicationWithdrawn(known.Id, turn.State.Items[instance].DoneOn ?? turn.Today), by);
            }
        }
    }

    // Public, stable, and no way back to the review: what goes into it holds the hashes of documents that are never public and the
    // instant of the last entry, so that nobody finds the partnership of an anonymous report by trying partnerships and references.
    private static string Identifier(ReviewState state)
    {
        var documents = state.ItemsInOrder.SelectMany(item => item.Versions).Select(version => $"{version.Sha256} {version.At.UtcTicks}");
        var source = $"{state.Partnership}\n{state.Reference}\n{state.OpenedAt.UtcTicks}\n{state.OpenedBy}\n{state.ChangedAt.UtcTicks}\n"
            + $"{state.Publications.Count}\n{string.Join('\n', documents)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 10));
    }
}
