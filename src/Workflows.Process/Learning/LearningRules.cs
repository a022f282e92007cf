using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>
/// How what a review recommends is followed up: who may make recommendations, who answers for them, by when, and who hears
/// when nothing comes. It stands in a data file, holds beside every definition, and a limit keeps the version it began under.
/// </summary>
public sealed record LearningRules
{
    /// <summary>The rules under which new limits begin.</summary>
    public static LearningRules Current => LearningRulesFile.Latest;

    /// <summary>Version, for example <c>2026.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Roles that may make a recommendation, beside those who may open a review of its kind.</summary>
    public required IReadOnlyList<string> Reviewers { get; init; }

    /// <summary>Roles that may record an evaluation, beside those who may open a review of its kind.</summary>
    public required IReadOnlyList<string> Evaluators { get; init; }

    /// <summary>Roles that may be made to answer for a recommendation, with what they are called.</summary>
    public required IReadOnlyDictionary<string, string> Owners { get; init; }

    /// <summary>Roles that are held for one agency.</summary>
    public required IReadOnlyList<string> AgencyRoles { get; init; }

    /// <summary>The role that answers for an agency above its lead.</summary>
    public required string SeniorOfficer { get; init; }

    /// <summary>Roles of the safeguarding partners; a process has some of them.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>Themes by which recommendations are found again, with what they are called.</summary>
    public required IReadOnlyDictionary<string, string> Themes { get; init; }

    /// <summary>The limits, by kind.</summary>
    public required IReadOnlyDictionary<LimitKind, LearningLimit> Limits { get; init; }

    /// <summary>The rule behind a limit of a recommendation, in the version under which it began.</summary>
    /// <param name="deadline">The limit as it stands in a review.</param>
    /// <exception cref="InvalidOperationException">That version does not ship.</exception>
    public static LearningLimit LimitOf(DeadlineState deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return LearningRulesFile.LimitOf(deadline.Definition);
    }
}

/// <summary>What of a recommendation is due.</summary>
public enum LimitKind
{
    /// <summary>The owner says whether it accepts the recommendation.</summary>
    Response,

    /// <summary>An action is done.</summary>
    Action,

    /// <summary>What it changed is evaluated.</summary>
    Evaluation,
}

/// <summary>A limit in time that recommendations bring with them.</summary>
public sealed record LearningLimit
{
    /// <summary>What is due.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Identifier with version, as journals keep it: <c>recommendation-action@2026.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is due, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How long after its beginning it is due; null where the day is set by hand.</summary>
    public Calendar.Budget? Within { get; init; }

    /// <summary>What stands behind it.</summary>
    public required Force Force { get; init; }

    /// <summary>Source.</summary>
    public required string Cite { get; init; }

    /// <summary>How the rule was checked.</summary>
    public required CheckedMark Checked { get; init; }

    /// <summary>Reminders and escalations, in the order in which they fire.</summary>
    public required LadderDefinition Ladder { get; init; }

    internal LadderStep[] Steps { get; init; } = [];
}
