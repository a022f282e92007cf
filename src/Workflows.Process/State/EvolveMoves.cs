using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of moves to a newer version.</summary>
internal static class EvolveMoves
{
    public static ReviewState Apply(ReviewState state, JournalEntry entry) => entry.Event switch
    {
        MoveProposed e => state with
        {
            MoveCount = state.MoveCount + 1,
            Move = new MoveState(
                e.Move, e.Version, e.Hash, entry.By, entry.At, e.Reason.Text,
                Evolve.With(ImmutableDictionary<string, string>.Empty, e.Facts, e.Texts)),
        },
        MoveRejected => state with { Move = null },
        DefinitionMoved e => Moved(state, e),
        _ => throw new InvalidOperationException($"No fold for {entry.Event.GetType().Name}."),
    };

    // What the newer version does not have leaves the state; the journal keeps it.
    private static ReviewState Moved(ReviewState state, DefinitionMoved e) => state with
    {
        Version = e.Version,
        Hash = e.Hash,
        Settings = e.Settings.ToImmutableDictionary(),
        Facts = state.Facts.SetItems(state.Move?.Facts ?? ImmutableDictionary<string, string>.Empty),
        Items = state.Items.RemoveRange(e.Items),
        Deadlines = state.Deadlines.RemoveRange(e.Deadlines),
        Held = state.Held.RemoveRange(state.Held.Values.Where(held => e.Deadlines.Contains(held.Deadline)).Select(held => held.Escalation)),
        Move = null,
    };
}
