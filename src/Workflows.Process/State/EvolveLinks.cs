using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of links to other reviews.</summary>
internal static class EvolveLinks
{
    public static ReviewState Apply(ReviewState state, JournalEntry entry) => entry.Event switch
    {
        StartIntended e => Put(state, new StartState
        {
            Id = e.Start,
            Process = e.Process,
            Kind = e.Kind,
            By = entry.By,
            At = entry.At,
            Status = e.IsReady ? StartStatus.Ready : StartStatus.Asked,
            Facts = Evolve.With(ImmutableDictionary<string, string>.Empty, e.Facts, e.Texts),
        }),
        StartAnswered e => Change(state, e.Start, start => start with
        {
            Status = StartStatus.Ready, Facts = Evolve.With(start.Facts, e.Facts, e.Texts), Trouble = null, By = entry.By,
        }),
        StartFailed e => Change(state, e.Start, start => start with { Status = StartStatus.Asked, Trouble = e.Reason }),
        StartDropped e => Change(state, e.Start, start => start with { Status = StartStatus.Dropped }),
        ReviewLinked e => Linked(state, e, entry),
        ReviewUnlinked { Told: true } e => state with { Links = state.Links.Remove(e.Review) },
        ReviewUnlinked e => Change(state, e.Review, link => link with { IsRemoved = true, IsToTell = true }),
        LinkTold e => Told(state, e),
        LinkedReviewEnded e => Change(state, e.Review, link => link with
        {
            OtherEnded = e.Withdrawn ? ReviewStatus.Withdrawn : ReviewStatus.Closed,
        }),
        _ => throw new InvalidOperationException($"No fold for {entry.Event.GetType().Name}."),
    };

    /// <summary>Notes that those linked are to be told of this review's end.</summary>
    public static ReviewState Ended(ReviewState state) => state.Links.Count == 0 ? state : state with
    {
        Links = state.Links.SetItems(state.Links.Values.Select(link => KeyValuePair.Create(link.Review, link with { IsToTell = true }))),
    };

    private static ReviewState Linked(ReviewState state, ReviewLinked e, JournalEntry entry)
    {
        var link = new LinkState
        {
            Review = e.Review, Process = e.Process, Kind = e.Kind, Side = e.Side, Since = entry.At, IsToTell = !e.Told || !state.IsOpen,
        };
        var linked = state with { Links = state.Links.SetItem(e.Review, link) };
        return e.Start is null ? linked : Change(linked, e.Start, start => start with { Status = StartStatus.Done });
    }

    private static ReviewState Told(ReviewState state, LinkTold e) =>
        state.Links.GetValueOrDefault(e.Review) is { IsRemoved: true }
            ? state with { Links = state.Links.Remove(e.Review) }
            : Change(state, e.Review, link => link with { IsToTell = false });

    private static ReviewState Put(ReviewState state, StartState start) =>
        state with { Starts = state.Starts.SetItem(start.Id, start) };

    private static ReviewState Change(ReviewState state, string id, Func<StartState, StartState> change) =>
        state.Starts.TryGetValue(id, out var start) ? Put(state, change(start)) : state;

    private static ReviewState Change(ReviewState state, string id, Func<LinkState, LinkState> change) =>
        state.Links.TryGetValue(id, out var link) ? state with { Links = state.Links.SetItem(id, change(link)) } : state;
}
