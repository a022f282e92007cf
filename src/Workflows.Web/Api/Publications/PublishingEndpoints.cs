using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Publications;

/// <summary>Comments on the copies before publication, and the national case review repository.</summary>
internal static class PublishingEndpoints
{
    public static void Map(RouteGroupBuilder review)
    {
        review.MapGet("/publication", (string id, HttpContext http, SeenReview seen) =>
            {
                new Query(http).End();
                return PublishingBody.Of(seen.File.State.Publishing);
            })
            .Access(AccessRule.SeesReview)
            .WithName("readPublishing").WithSummary("Comments on the copies, and offers to the national repository").WithTags("Publications");
        Map<CommentRequest>(review, "/publication/comments", (_, fields) => CommentRequest.Read(fields), "recordComment", "Record what a body said about a copy; it is answered as a task before anything is published");
        Map<OfferRequest>(review, "/publication/{publication}/repository", OfferRequest.Read, "offerToRepository", "Offer a publication to the national case review repository, by a letter");
        Map<RepositoryAnswerRequest>(review, "/publication/{publication}/repository/answer", RepositoryAnswerRequest.Read, "recordRepositoryAnswer", "Record what the repository answered");
    }

    private static void Map<TRequest>(
        RouteGroupBuilder review, string path, Func<string, JsonFields, ReviewCommand> read, string name, string summary)
        where TRequest : notnull =>
        review.MapPost(path, async (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
            {
                var body = await JsonBody.ReadAsync(http);
                var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
                var command = read(http.GetRouteValue("publication") as string ?? string.Empty, new JsonFields(body.Root));
                return PublishingBody.Of((await commanding.DoAsync(http, seen, command, person, key)).File.State.Publishing);
            })
            .Access(AccessRule.SeesReview).Accepts<TRequest>("application/json").Produces<PublishingBody>()
            .WithName(name).WithSummary(summary).WithTags("Publications");
}
