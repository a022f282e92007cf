using Workflows.Process.State;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Api.Learning;

/// <summary>What recommendations are looked for.</summary>
/// <param name="Theme">Identifier of a theme, or null.</param>
/// <param name="Agency">Part of the agency's name, or null.</param>
/// <param name="Status">Status, or null.</param>
/// <param name="Overdue">Only those of which something is overdue.</param>
/// <param name="Words">Words that all stand in it, or null.</param>
/// <param name="Today">The present day, Europe/London.</param>
internal sealed record LearningFilter(string? Theme, string? Agency, string? Status, bool Overdue, string? Words, DateOnly Today)
{
    public static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<RecommendationStatus>().Select(Api.Words.Of)];

    /// <summary>Whether a review can hold what is looked for, by its summary alone.</summary>
    public bool MayHold(ReviewSummary summary) => summary.Recommendations > 0
        && (Theme is null || summary.Themes.Contains(Theme)) && (!Overdue || summary.LearningDueOn < Today);

    /// <summary>Whether a recommendation is what is looked for.</summary>
    public bool Fits(RecommendationState known, ReviewState state) =>
        (Theme is null || known.Themes.Contains(Theme))
        && (Agency is null || Holds(known.Says.Agency.Text, Agency))
        && (Status is null || Api.Words.Of(known.Status) == Status)
        && (Words is null || Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => TextsOf(known).Any(text => Holds(text, word))))
        && (!Overdue || RecommendationBodies.IsOverdue(known, state, Today));

    private static IEnumerable<string> TextsOf(RecommendationState known) =>
    [
        known.Says.Text.Text, known.Says.Change.Text, known.Says.Evaluation.Text, known.Says.Post.Text, known.Says.Agency.Text,
        .. known.Actions.Select(action => action.Text), .. known.Evaluations.Select(each => each.Finding),
    ];

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
