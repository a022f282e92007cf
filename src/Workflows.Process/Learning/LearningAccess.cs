using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Who may do what about a recommendation, by role; the roles come from the rules and the review's definition.</summary>
public static class LearningAccess
{
    /// <summary>
    /// The roles that a person must hold to answer for a recommendation: <c>role/agency</c>, in lower case, where the role is
    /// held for an agency.
    /// </summary>
    /// <param name="recommendation">The recommendation.</param>
    public static IReadOnlyList<string> OwnersOf(RecommendationState recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        var (role, agency) = (recommendation.Says.Role, recommendation.Says.Agency.Text);
        var own = LearningRecipients.Scoped(role, agency);
        return LearningRules.Current.AgencyRoles.Contains(role)
            ? [.. new[] { own, LearningRecipients.Scoped(LearningRules.Current.SeniorOfficer, agency) }.Distinct()] : [own];
    }

    /// <summary>Whether somebody with these roles answers for a recommendation.</summary>
    /// <param name="recommendation">The recommendation.</param>
    /// <param name="roles">Their roles, those held for an agency as <c>role/agency</c> too.</param>
    public static bool Owns(RecommendationState recommendation, IReadOnlyList<string> roles) =>
        OwnersOf(recommendation).Any(roles.Contains);

    /// <summary>Those who may make, revise and withdraw recommendations of a review of this kind.</summary>
    /// <param name="definition">Its definition.</param>
    public static IReadOnlyList<string> Makers(ProcessDefinition definition) =>
        [.. Managers(definition).Concat(LearningRules.Current.Reviewers).Distinct()];

    /// <summary>Those who keep watch over recommendations: who may open or withdraw a review of this kind.</summary>
    /// <param name="definition">Its definition.</param>
    public static IReadOnlyList<string> Managers(ProcessDefinition definition) => DecideReview.Correctors(definition);

    /// <summary>Those who may record an evaluation.</summary>
    /// <param name="definition">Its definition.</param>
    public static IReadOnlyList<string> Evaluators(ProcessDefinition definition) =>
        [.. Managers(definition).Concat(LearningRules.Current.Evaluators).Distinct()];

    /// <summary>The number of the recommendation of which a letter's topic tells that its owner does not accept it; else null.</summary>
    /// <param name="topic">The topic.</param>
    public static int? RejectedIn(LetterTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Outcome is { } outcome && outcome.StartsWith(DecideRecommendations.RejectedOutcome, StringComparison.Ordinal)
            && int.TryParse(outcome[DecideRecommendations.RejectedOutcome.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : null;
    }

    /// <summary>
    /// Under what an index finds the reviews in which somebody answers for a recommendation: it tells neither role nor agency.
    /// </summary>
    /// <param name="scopedRole">The role, <c>role/agency</c> where it is held for one.</param>
    public static string KeyOf(string scopedRole) =>
        $"answers-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scopedRole)))[..24]}";
}
