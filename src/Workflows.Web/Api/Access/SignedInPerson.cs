using System.Reflection;
using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;

namespace Workflows.Web.Api.Access;

/// <summary>The person who calls, as the directory knows them today.</summary>
/// <param name="person">The person.</param>
/// <param name="directory">The directory at this moment.</param>
/// <param name="today">The present day, Europe/London.</param>
internal sealed class SignedInPerson(Person person, DirectorySnapshot directory, DateOnly today)
{
    private const string OfficerEnding = "-officer";

    public string User => person.User;

    /// <summary>The partnership they belong to; null for national people.</summary>
    public string? Partnership => person.Partnership;

    /// <summary>Partnerships that are their own, or in which their roles hold too; none for national people.</summary>
    public IReadOnlyList<string> OwnPartnerships => Partnership is null ? [] : [Partnership, .. person.AlsoIn];

    /// <summary>The roles in which they may act in a partnership today.</summary>
    public IReadOnlyList<string> RolesIn(string partnership) => directory.RolesOf(User, partnership, today);

    /// <summary>The person as one who gives commands in a partnership, with the roles that they hold for an agency as <c>role/agency</c> too.</summary>
    public Caller CallerIn(string partnership) =>
        new(User, [.. RolesIn(partnership), .. directory.AgencyRolesOf(User, partnership, today)]);

    /// <summary>What a review must have asked or told for them to see it where it is not of their own partnership.</summary>
    public IReadOnlyList<string> ToldAs(string partnership)
    {
        // The officer of a national body reads what the body was told.
        var roles = RolesIn(partnership);
        var bodies = roles.Where(role => role.EndsWith(OfficerEnding, StringComparison.Ordinal))
            .Select(role => role[..^OfficerEnding.Length])
            .Where(body => directory.Bodies.Any(known => known.Id == body));
        return [.. roles.Concat(bodies).Distinct()];
    }

    public static ValueTask<SignedInPerson?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        ValueTask.FromResult(http.Features.Get<SignedInPerson>());
}

/// <summary>The review in the address, which the person who calls may see.</summary>
/// <param name="File">The review as it stood when the request came.</param>
/// <param name="Whole">Whether they see all of it, or only the recommendations for which they answer.</param>
/// <param name="Roles">The roles in which they answer for recommendations, where they do not see it whole.</param>
internal sealed record SeenReview(ReviewFile File, bool Whole = true, IReadOnlyList<string>? Roles = null)
{
    /// <summary>The recommendations that they see.</summary>
    public IEnumerable<RecommendationState> Recommendations => File.State.Learning.Recommendations
        .Where(each => Whole || LearningAccess.Owns(each, Roles ?? []));

    public static ValueTask<SeenReview?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        ValueTask.FromResult(http.Features.Get<SeenReview>());
}
