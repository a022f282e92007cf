using Workflows.Process.Journal;

namespace Workflows.Process.State;

/// <summary>Folds the events of recommendations and of quality.</summary>
internal static class EvolveLearning
{
    public static LearningState Apply(LearningState state, JournalEntry entry) => entry.Event switch
    {
        RecommendationMade e => state with
        {
            Recommendations = state.Recommendations.Add(new RecommendationState
            {
                Number = e.Recommendation, Says = e.Says, MadeOn = e.On, MadeBy = entry.By, Themes = [.. e.Themes ?? []],
            }),
        },
        RecommendationRevised e => Change(state, e.Recommendation, known => known with
        {
            Says = e.Says,
            Status = RecommendationStatus.Made,
        }),
        RecommendationAccepted e => Answered(state, e.Recommendation, RecommendationStatus.Accepted, e.Note, entry),
        RecommendationRejected e => Answered(state, e.Recommendation, RecommendationStatus.Rejected, e.Reason, entry),
        RecommendationWithdrawn e => Answered(state, e.Recommendation, RecommendationStatus.Withdrawn, e.Reason, entry),
        ThemesTagged e => Change(state, e.Recommendation, known => known with { Themes = [.. e.Themes] }),
        ActionSet e => Change(state, e.Recommendation, known => known with
        {
            Actions = known.Actions.Add(new ActionState(e.Action, e.Text.Text, e.On, ActionProgress.NotBegun, [])),
        }),
        ActionReported e => Change(state, e.Recommendation, known => known.FindAction(e.Action) is not { } action ? known : known with
        {
            Actions = known.Actions.SetItem(e.Action - 1, action with
            {
                Progress = e.Progress,
                Reports = action.Reports.Add(new ActionReport(entry.At, entry.By, e.Progress, e.Evidence.Text, e.On)),
            }),
        }),
        EvaluationDone e => Change(state, e.Recommendation, known => known with
        {
            Status = e.Again is null ? RecommendationStatus.Evaluated : known.Status,
            Evaluations = known.Evaluations.Add(
                new EvaluationState(e.Evaluation, entry.At, entry.By, e.Result, e.Finding.Text, e.On)),
        }),
        QualityMarkerAnswered e => Marked(state, e.Marker, setAside: false, e.Answer, entry),
        QualityMarkerSetAside e => Marked(state, e.Marker, setAside: true, e.Reason, entry),
        _ => throw new InvalidOperationException($"No fold for {entry.Event.GetType().Name}."),
    };

    private static LearningState Answered(
        LearningState state, int number, RecommendationStatus status, Words? said, JournalEntry entry) =>
        Change(state, number, known => known with { Status = status, Answer = said?.Text, AnsweredAt = entry.At });

    private static LearningState Marked(LearningState state, string marker, bool setAside, Words said, JournalEntry entry) =>
        state with { Markers = state.Markers.SetItem(marker, new MarkerState(marker, setAside, said.Text, entry.By, entry.At)) };

    private static LearningState Change(LearningState state, int number, Func<RecommendationState, RecommendationState> change) =>
        state.Find(number) is { } known
            ? state with { Recommendations = state.Recommendations.SetItem(number - 1, change(known)) } : state;
}
