using Workflows.Process.Decisions;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Learning;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Learning;

/// <summary>A recommendation as somebody looks at it: public because the components that show it are.</summary>
/// <param name="Known">The recommendation.</param>
/// <param name="File">Its review.</param>
/// <param name="Context">What may be known beside the review's state.</param>
/// <param name="Directory">The directory at this moment.</param>
/// <param name="Roles">The roles in which the person may act, those held for an agency too.</param>
/// <param name="Whole">Whether the person sees the review, too.</param>
public sealed record RecommendationView(
    RecommendationState Known, ReviewFile File, ReviewContext Context, DirectorySnapshot Directory, IReadOnlyList<string> Roles, bool Whole)
{
    /// <summary>The present day, Europe/London.</summary>
    public DateOnly Today => Context.Today;

    internal string Address => $"/reviews/{File.Id}/recommendations/{Known.Number}";

    internal bool Owns => LearningAccess.Owns(Known, Roles);

    internal bool IsManager => LearningAccess.Managers(File.Definition).Any(Roles.Contains);

    internal bool IsMaker => LearningAccess.Makers(File.Definition).Any(Roles.Contains);

    internal bool IsEvaluator => LearningAccess.Evaluators(File.Definition).Any(Roles.Contains);

    /// <summary>Whether it is this person's to see that it is evaluated: as whoever manages the review, or assures its quality.</summary>
    internal bool SeesToEvaluation => Roles.Contains(File.Definition.OpenedBy[0]) || LearningRules.Current.Evaluators.Any(Roles.Contains);

    internal bool IsHeld => LearningAccess.OwnersOf(Known).Any(Context.Roster.Holders.ContainsKey);

    internal bool IsOverdue => RecommendationBodies.IsOverdue(Known, File.State, Today);

    internal IReadOnlyList<DeadlineState> Limits => RecommendationBodies.LimitsOf(Known, File.State);

    /// <summary>The running limit that is due first, or null.</summary>
    internal DeadlineState? Next => Limits.FirstOrDefault(limit => limit.IsRunning);

    internal DeadlineState? LimitOf(LimitKind kind, int number) =>
        File.State.Learning.Limits.GetValueOrDefault(LimitName.Of(kind, Known.Number, number));

    internal string NameOf(string user) => Directory.NameOf(user) ?? user;

    internal string RoleTitle => LearningRules.Current.Owners.GetValueOrDefault(Known.Says.Role) ?? Say.Role(Known.Says.Role);

    internal string Partnership => Directory.FindPartnership(File.State.Partnership)?.Name ?? File.State.Partnership;

    /// <summary>The limits that went up from those who owed it.</summary>
    internal static bool WasEscalated(DeadlineState limit) => LearningRules.LimitOf(limit).Ladder.Rungs
        .Any(rung => rung.Escalates && limit.Fired.Contains($"{rung.Number}"));
}
