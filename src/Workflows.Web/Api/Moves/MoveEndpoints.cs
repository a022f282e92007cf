using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Moves;

/// <summary>Tells what a move to a newer version of the process would change, and proposes it.</summary>
internal static class MoveEndpoints
{
    public static void Map(RouteGroupBuilder review)
    {
        review.MapGet("/migration", (string id, string? to, HttpContext http, SeenReview seen, ReviewContexts contexts, ProcessCatalogue catalogue) =>
            {
                var query = new Query(http, "to");
                var version = query.Text("to");
                query.End();
                return TypedResults.Json(MoveBody.Of(Report(seen.File, version, contexts, catalogue)));
            })
            .Access(AccessRule.SeesReview).Produces<MoveBody>()
            .WithName("reportMove").WithSummary("What a move to a newer version of the process would change; nothing is changed by asking")
            .WithTags("Commands");
        review.MapPost("/migration", (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, MoveRequest.Read))
            .Access(AccessRule.SeesReview).Accepts<MoveRequest>("application/json").Produces<ReviewBody>()
            .WithName("proposeMove").WithSummary("Propose to move the review to a newer version; somebody else must agree")
            .WithTags("Commands");
    }

    /// <summary>The report on a move; to the latest version where none is named.</summary>
    /// <exception cref="ProblemException">There is no such newer version, or the review has ended.</exception>
    public static MoveReport Report(ReviewFile file, string? version, ReviewContexts contexts, ProcessCatalogue catalogue)
    {
        var context = contexts.For(file.Definition, file.State.Partnership);
        version ??= catalogue.Newer(file.Definition) is [.., var latest] ? latest.Version : file.State.Version;
        return MoveReport.Of(file.State, context, version, out var refusal) ?? throw new ProblemException(Problem.Of(refusal!));
    }
}

/// <summary>Proposes to move the review to a newer version of its process.</summary>
/// <param name="To">The version, for example <c>2026.1</c> or <c>lcspr@2026.1</c>.</param>
/// <param name="Reason">Why, at most 10,000 characters.</param>
/// <param name="Facts">Answers that the newer version asks at opening and nobody has given.</param>
internal sealed record MoveRequest(
    string To, string Reason, IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Facts = null)
{
    public static ReviewCommand Read(JsonFields fields)
    {
        var command = new ProposeMove(fields.Required("to"), fields.Text("reason"), fields.Facts("facts"));
        fields.End();
        return command;
    }
}
