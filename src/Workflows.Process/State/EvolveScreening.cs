using System.Collections.Immutable;
using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of the identifying-details screen.</summary>
internal static class EvolveScreening
{
    public static ScreeningState Apply(ScreeningState state, JournalEntry entry) => entry.Event switch
    {
        CaseListGiven e => state with { List = new CaseListState(e.Edition, e.Paper, e.Entries, e.Sha256, entry.By, entry.At) },
        ScreeningIntended e => Put(state, Intended(state.Documents.GetValueOrDefault(e.Item), e)),
        ScreeningBegun e => Change(state, e.Item, known => known with { Attempts = e.Attempt, BegunAt = entry.At }),
        DetailsFound e => Change(state, e.Item, known => known with { Findings = known.Findings.AddRange(e.Details) }),
        DocumentScreened e => Change(state, e.Item, known => known with
        {
            ScreenedAt = entry.At, Pages = e.Pages, Found = e.Found, Paper = e.Paper,
        }),
        FindingsAnswered e => Change(state, e.Item, known => known with
        {
            Answers = known.Answers.SetItems(e.Findings.Select(id =>
                KeyValuePair.Create(id, new FindingAnswer(e.Kept, e.Reason.Text, entry.By, entry.At)))),
        }),
        ScreeningPapersDestroyed => state with { DestroyedAt = entry.At },
        _ => throw new InvalidOperationException($"No fold for {entry.Event.GetType().Name}."),
    };

    // What was kept stays answered in every version; what was to be removed asks anew where a new version still has it.
    private static DocumentScreening Intended(DocumentScreening? before, ScreeningIntended e) => new()
    {
        Item = e.Item,
        Version = e.Version,
        List = e.List,
        Paper = before?.Paper,
        Answers = before is null ? ImmutableDictionary<string, FindingAnswer>.Empty
            : before.Version == e.Version ? before.Answers
            : before.Answers.Where(answer => answer.Value.Kept).ToImmutableDictionary(),
    };

    private static ScreeningState Put(ScreeningState state, DocumentScreening document) =>
        state with { Documents = state.Documents.SetItem(document.Item, document) };

    private static ScreeningState Change(ScreeningState state, string item, Func<DocumentScreening, DocumentScreening> change) =>
        state.Documents.TryGetValue(item, out var known) ? Put(state, change(known)) : state;
}
