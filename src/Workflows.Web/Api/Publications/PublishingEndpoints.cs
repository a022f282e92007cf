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
        review.MapPost("/publication/comments", (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                DoAsync(http, person, seen, commanding, CommentRequest.Read))
            .Describe<CommentRequest>("recordComment", "Record what a body said about a copy; it is answered as a task before anything is published");
        review.MapPost("/publication/{publication}/repository", (string id, string publication, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                DoAsync(http, person, seen, commanding, fields => OfferRequest.Read(publication, fields)))
            .Describe<OfferRequest>("offerToRepository", "Offer a publication to the national case review repository, by a letter");
        review.MapPost("/publication/{publication}/repository/answer", (string id, string publication, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                DoAsync(http, person, seen, commanding, fields => RepositoryAnswerRequest.Read(publication, fields)))
            .Describe<RepositoryAnswerRequest>("recordRepositoryAnswer", "Record what the repository answered");
    }

    private static async Task<PublishingBody> DoAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding, Func<JsonFields, ReviewCommand> read)
    {
        var body = await JsonBody.ReadAsync(http);
        var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
        return PublishingBody.Of((await commanding.DoAsync(http, seen, read(new JsonFields(body.Root)), person, key)).File.State.Publishing);
    }

    private static void Describe<TRequest>(this RouteHandlerBuilder endpoint, string name, string summary)
        where TRequest : notnull =>
        endpoint.Access(AccessRule.SeesReview).Accepts<TRequest>("application/json").Produces<PublishingBody>()
            .WithName(name).WithSummary(summary).WithTags("Publications");
}
