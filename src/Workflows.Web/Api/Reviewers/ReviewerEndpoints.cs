using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Reviewers;

/// <summary>The register of reviewers, and the reviewers of a review.</summary>
internal static class ReviewerEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reviewers", (HttpContext http, SignedInPerson person, ReviewerViews views) =>
            {
                new Query(http).End();
                return views.RegisterAsync(person, http.RequestAborted);
            })
            .Access(AccessRule.KnownPerson).Produces<ReviewerRegisterBody>()
            .WithName("listReviewers").WithSummary("The register of reviewers, what they carry, and when reviews that wait can begin").WithTags("Reviewers");
        var review = api.MapGroup("/reviews/{id}/reviewers");
        review.MapGet(string.Empty, (string id, HttpContext http, SeenReview seen, ReviewerViews views) =>
            {
                new Query(http).End();
                return views.Of(seen);
            })
            .Access(AccessRule.SeesReview).Produces<ReviewReviewersBody>()
            .WithName("readReviewers").WithSummary("The reviewers of a review, and who might be appointed").WithTags("Reviewers");
        review.MapPost(string.Empty, (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding, ReviewerViews views) =>
                commanding.HandleAsync(http, person, seen, fields => views.Appointment(seen, fields)))
            .Describe<AppointmentRequest>("appointReviewer", "Appoint a reviewer of the register");
        review.MapPost("/{reviewer}/removal", (string id, string reviewer, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding, ReviewerViews views) =>
                commanding.HandleAsync(http, person, seen, fields => views.Removal(seen, reviewer, fields)))
            .Describe<RemovalRequest>("removeReviewer", "Remove a reviewer before publication, and appoint another");
        review.MapPost("/{reviewer}/conflict", (string id, string reviewer, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding, ReviewerViews views) =>
                commanding.HandleAsync(http, person, seen, fields => views.Conflict(reviewer, fields)))
            .Describe<ConflictRequest>("declareConflict", "Declare a conflict of interest of a reviewer");
    }

    private static void Describe<TRequest>(this RouteHandlerBuilder endpoint, string name, string summary)
        where TRequest : notnull =>
        endpoint.Access(AccessRule.SeesReview)
            .Accepts<TRequest>("application/json")
            .Produces<ReviewBody>()
            .WithName(name).WithSummary(summary).WithTags("Reviewers");
}
