using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of items.</summary>
internal static class EvolveItems
{
    public static ReviewState Apply(ReviewState state, JournalEntry entry) => entry.Event switch
    {
        ItemOpened e => Put(state, Opened(state, e)),
        ItemSkipped e => Put(state, Ended(e.Item, e.Definition, ItemStatus.Skipped)),
        ItemLapsed e => Lapsed(state, e),
        ItemUnrecorded e => Put(state, (state.Items.GetValueOrDefault(e.Item) ?? Ended(e.Item, e.Definition, ItemStatus.Lapsed)) with
        {
            Status = ItemStatus.Lapsed, Unrecorded = true,
        }),
        PastDocumentNoted e => Change(
            state, e.Item, item => Done(item, entry, e.On) with { HeldElsewhere = new HeldDocument(e.Sha256, e.HeldAt?.Text) }),
        ItemSettled e => Change(state, e.Item, item => Done(item, entry, e.On)),
        ItemReopened e => Change(state, e.Item, item => item with
        {
            Status = ItemStatus.Open, OpenedOn = e.On, DoneOn = null, DoneAt = null, DoneBy = null, Outcome = null,
        }),
        ItemReset e => Change(state, e.Item, item => item with
        {
            Status = ItemStatus.Waiting, DoneOn = null, DoneAt = null, DoneBy = null, Outcome = null, Gap = false,
            Approvals = ImmutableDictionary<string, ApprovalState>.Empty,
        }),
        TaskCompleted e => Change(
            state with { Facts = Evolve.With(state.Facts, e.Facts, e.Texts) },
            e.Item, item => Done(item, entry, e.On) with { Note = e.Note?.Text }),
        RegisterEntryAdded e => state with
        {
            Registers = state.Registers.Add(new RegisterEntry(
                e.Item, entry.At, entry.By, Evolve.With(ImmutableDictionary<string, string>.Empty, e.Facts, e.Texts),
                e.Note?.Text)),
        },
        DocumentStored e => Change(state, e.Item, item => Done(item, entry, e.On) with
        {
            HeldElsewhere = null,
            Versions = item.Versions.Add(new DocumentVersion(
                e.Version, e.Sha256, e.Bytes, e.MediaType, e.FileName.Text, entry.By, entry.At)),
        }),
        ApprovalGiven e => Change(state, e.Item, item => item with
        {
            Approvals = item.Approvals.SetItem(e.Role, new ApprovalState(e.Role, entry.By.User, entry.At)),
            Doers = item.Doers.Add(entry.By.User),
        }),
        ApprovalRejected e => Change(state, e.Item, item => item with
        {
            Approvals = ImmutableDictionary<string, ApprovalState>.Empty, Note = e.Reason.Text,
            Rejected = new ApprovalState(e.Role, entry.By.User, entry.At),
        }),
        DecisionMade e => Change(
            state with { Facts = Evolve.With(state.Facts, e.Facts, e.Texts), NextStage = e.Go ?? state.NextStage },
            e.Item, item => Done(item, entry, e.On) with { Outcome = e.Outcome, Note = e.Rationale?.Text }),
        _ => state,
    };

    // What a person did before stays known: versions, and who did it (for separation of duties).
    private static ItemState Opened(ReviewState state, ItemOpened e)
    {
        var before = state.Items.GetValueOrDefault(e.Item);
        return new ItemState
        {
            Id = e.Item,
            Definition = e.Definition,
            Status = ItemStatus.Open,
            Label = e.Label?.Text ?? before?.Label,
            OpenedOn = e.On,
            About = e.About,
            Versions = before?.Versions ?? [],
            Doers = before?.Doers ?? [],
        };
    }

    private static ItemState Ended(string id, string definition, ItemStatus status) =>
        new() { Id = id, Definition = definition, Status = status };

    private static ReviewState Lapsed(ReviewState state, ItemLapsed e)
    {
        var item = state.Items.GetValueOrDefault(e.Item) ?? Ended(e.Item, e.Definition, ItemStatus.Lapsed);
        return Put(state, item with { Status = ItemStatus.Lapsed, Gap = e.Gap });
    }

    private static ItemState Done(ItemState item, JournalEntry entry, DateOnly on) => item with
    {
        Status = ItemStatus.Done,
        DoneOn = on,
        DoneAt = entry.At,
        DoneBy = entry.By,
        Doers = entry.By == Actor.Engine ? item.Doers : item.Doers.Add(entry.By.User),
    };

    private static ReviewState Put(ReviewState state, ItemState item) =>
        state with { Items = state.Items.SetItem(item.Id, item) };

    private static ReviewState Change(ReviewState state, string id, Func<ItemState, ItemState> change) =>
        state.Items.TryGetValue(id, out var item) ? Put(state, change(item)) : state;
}
