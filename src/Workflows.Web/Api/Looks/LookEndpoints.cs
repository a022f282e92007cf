using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Audit;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Looks;

/// <summary>Who looked at a review, for those who may open such a review: in a partnership, its business manager.</summary>
internal static class LookEndpoints
{
    /// <summary>Most looks that are shown: the latest.</summary>
    public const int Most = 1000;

    public static void Map(RouteGroupBuilder review) =>
        review.MapGet("/looks", ReadAsync)
            .Access(AccessRule.SeesReview).Produces<LooksBody>()
            .WithName("readLooks").WithSummary("Who looked at the review, the latest first, at most 1,000").WithTags("Reviews");

    /// <summary>Whether the person may see who looked.</summary>
    public static bool MaySee(SignedInPerson person, SeenReview seen) =>
        person.RolesIn(seen.File.State.Partnership).Any(seen.File.Definition.OpenedBy.Contains);

    /// <summary>Refuses whoever may not see who looked.</summary>
    /// <exception cref="ProblemException">They may not.</exception>
    public static void ThrowUnlessSeen(SignedInPerson person, SeenReview seen)
    {
        if (!MaySee(person, seen))
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status403Forbidden, "looks-are-for-the-manager", "Not allowed",
                "Who looked at a review is shown to those who may open such a review."));
        }
    }

    private static async Task<IResult> ReadAsync(
        string id, HttpContext http, SignedInPerson person, SeenReview seen, LookLog looks)
    {
        new Query(http).End();
        ThrowUnlessSeen(person, seen);
        var found = await looks.ReadAsync(seen.File.Id, Most, http.RequestAborted);
        return Results.Ok(new LooksBody([.. found.Select(look => new LookBody(look.At, look.User, look.What, look.Through))]));
    }
}

/// <summary>Who looked at a review.</summary>
/// <param name="Looks">The latest first, at most 1,000.</param>
internal sealed record LooksBody(IReadOnlyList<LookBody> Looks);

/// <summary>Somebody looked.</summary>
/// <param name="At">When.</param>
/// <param name="User">Identifier of the person.</param>
/// <param name="What">At what: <c>review</c>, <c>journal</c>, <c>documents report</c>, as the address calls it.</param>
/// <param name="Through">How: <c>interface</c>, <c>page</c>, <c>command line</c>.</param>
internal sealed record LookBody(DateTimeOffset At, string User, string What, string Through);
