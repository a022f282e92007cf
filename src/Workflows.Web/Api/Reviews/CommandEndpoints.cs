using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Api.Reviews;

/// <summary>Commands about a review: what its actions name, and what corrects, explains or ends it.</summary>
internal static class CommandEndpoints
{
    public static void Map(RouteGroupBuilder review)
    {
        review.MapPost("/tasks/{task}", (string id, string task, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => TaskRequest.Read(task, fields)))
            .Describe<TaskRequest>("completeTask", "Complete a task, add to a register or release a delay notice");
        review.MapPost("/decisions/{decision}", (string id, string decision, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => DecisionRequest.Read(decision, fields)))
            .Describe<DecisionRequest>("decide", "Decide");
        review.MapPost("/approvals/{approval}", (string id, string approval, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => ApprovalRequest.Read(approval, fields)))
            .Describe<ApprovalRequest>("approve", "Approve or reject, as the person who is signed in");
        review.MapPost("/facts/{fact}/correction", (string id, string fact, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => CorrectionRequest.Read(fact, fields)))
            .Describe<CorrectionRequest>("correctFact", "Correct an answer given before; deadlines counted from it move");
        review.MapPost("/deadlines/{deadline}/extension", (string id, string deadline, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => ExtensionRequest.Read(deadline, fields)))
            .Describe<ExtensionRequest>("extendDeadline", "Extend a deadline that the partnership set for itself");
        review.MapPost("/deadlines/{deadline}/delay", (string id, string deadline, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => new ExplainDelay(deadline, ReasonRequest.Read(fields))))
            .Describe<ReasonRequest>("explainDelay", "Record the reason for a delay");
        review.MapPost("/letters/{letter}/resend", (string id, string letter, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => new ResendLetter(letter, ReasonRequest.Read(fields))))
            .Describe<ReasonRequest>("resendLetter", "Ask for a letter in trouble to be sent again");
        review.MapPost("/withdrawal", (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => new WithdrawReview(ReasonRequest.Read(fields))))
            .Describe<ReasonRequest>("withdrawReview", "Withdraw the review");
    }

    private static void Describe<TRequest>(this RouteHandlerBuilder endpoint, string name, string summary)
        where TRequest : notnull =>
        endpoint.Access(AccessRule.SeesReview)
            .Accepts<TRequest>("application/json")
            .Produces<ReviewBody>()
            .WithName(name).WithSummary(summary).WithTags("Commands");
}
