using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Links;

/// <summary>Links a review to another by hand, and takes a link back. The person must see both reviews.</summary>
internal static class LinkEndpoints
{
    public static void Map(RouteGroupBuilder review)
    {
        review.MapPost("/links", (string id, HttpContext http, SignedInPerson person, SeenReview seen, AccessTable access, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => LinkAsync(fields, seen, person, access, http.RequestAborted)))
            .Access(AccessRule.SeesReview).Accepts<LinkRequest>("application/json").Produces<ReviewBody>()
            .WithName("linkReview").WithSummary("Link the review to another").WithTags("Commands");
        review.MapPost("/links/{other}/removal", (string id, string other, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => new UnlinkReview(other, ReasonRequest.Read(fields))))
            .Access(AccessRule.SeesReview).Accepts<ReasonRequest>("application/json").Produces<ReviewBody>()
            .WithName("unlinkReview").WithSummary("Take a link back, with the reason").WithTags("Commands");
    }

    private static async Task<ReviewCommand> LinkAsync(
        JsonFields fields, SeenReview seen, SignedInPerson person, AccessTable access, CancellationToken stop)
    {
        var other = fields.Required("review");
        var kind = fields.OneOf("kind", [.. LinkKind.All.Select(each => each.Id)]);
        var side = fields.Text("side");
        var reason = fields.Text("reason");
        fields.End();
        if (side is not (null or "leads" or "follows"))
        {
            throw new ProblemException(Problem.Invalid("side", "Give one of: leads, follows. Leave it out for a kind without sides."));
        }

        return await CommandAsync(other, kind, side == "follows" ? LinkSide.Follows : LinkSide.Leads, reason, seen, person, access, stop);
    }

    /// <summary>The command that links to a review which the person sees.</summary>
    /// <exception cref="ProblemException">There is no such review, or it is this one.</exception>
    public static async Task<LinkReview> CommandAsync(
        string other, string kind, LinkSide side, string? reason, SeenReview seen, SignedInPerson person, AccessTable access,
        CancellationToken stop)
    {
        if (other == seen.File.Id.Value)
        {
            throw new ProblemException(Problem.Invalid("review", "A review is not linked to itself."));
        }

        return await access.FindAsync(person, other, stop) is { File: var found }
            ? new LinkReview(found.Id.Value, found.State.Process, kind, side, reason)
            : throw new ProblemException(Problem.Invalid("review", "There is no such review that you may see."));
    }
}

/// <summary>Links the review to another.</summary>
/// <param name="Review">Identifier of the other review.</param>
/// <param name="Kind">Kind of link: <c>same-incident</c>, <c>notification</c>, <c>referral</c>, <c>returned</c>, <c>learning</c>, <c>follow-up</c> or <c>related</c>.</param>
/// <param name="Side"><c>leads</c> (usual): this review led to the other; <c>follows</c>: it follows the other.</param>
/// <param name="Reason">Why, at most 10,000 characters.</param>
internal sealed record LinkRequest(string Review, string Kind, string? Side = null, string? Reason = null);
