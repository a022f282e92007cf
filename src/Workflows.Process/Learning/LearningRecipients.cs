using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.State;

namespace Workflows.Process.Learning;

/// <summary>Who is meant by the recipients of ladders on recommendations, and who answers for one.</summary>
internal static class LearningRecipients
{
    public const string Owner = "owner";
    public const string SeniorOfficer = "senior-officer";
    public const string Manager = "manager";
    public const string Partners = "partners";

    public static IReadOnlyList<string> All { get; } = [Owner, SeniorOfficer, Manager, Partners];

    /// <summary>
    /// The people behind a recipient. Where nobody answers for the agency in the directory, whoever manages the review is
    /// told: nobody of another agency is.
    /// </summary>
    public static IReadOnlyList<string> People(string recipient, RecommendationState about, ReviewContext context) =>
        People(recipient, about, context.Roster, context.Definition);

    /// <summary>The same, of who holds which role and the review's definition.</summary>
    public static IReadOnlyList<string> People(string recipient, RecommendationState about, Roster roster, ProcessDefinition definition)
    {
        var rules = LearningRules.Current;
        return recipient switch
        {
            Owner when Held(about.Says.Role, about, roster) is { Count: > 0 } people => people,
            Owner when rules.AgencyRoles.Contains(about.Says.Role) && Held(rules.SeniorOfficer, about, roster) is { Count: > 0 } officers => officers,
            SeniorOfficer when Held(rules.SeniorOfficer, about, roster) is { Count: > 0 } officers => officers,
            Partners => [.. rules.Partners.Where(definition.Roles.ContainsKey)
                .SelectMany(role => Or(roster.Of(role), role)).Distinct()],
            _ => Or(roster.Of(ManagerRole(definition)), ManagerRole(definition)),
        };
    }

    /// <summary>The role that manages a review of this kind: the first that may open one.</summary>
    public static string ManagerRole(ProcessDefinition definition) => definition.OpenedBy[0];

    /// <summary>How a role is held: for the agency of a recommendation, or as such.</summary>
    public static string Scoped(string role, string agency) =>
        LearningRules.Current.AgencyRoles.Contains(role) ? $"{role}/{agency.Trim().ToLowerInvariant()}" : role;

    private static IReadOnlyList<string> Held(string role, RecommendationState about, Roster roster) =>
        roster.Of(Scoped(role, about.Says.Agency.Text));

    // A role that nobody holds is written to all the same: the letter fails and shows, rather than vanishes.
    private static IReadOnlyList<string> Or(IReadOnlyList<string> people, string role) => people.Count > 0 ? people : [role];
}
