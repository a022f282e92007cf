using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Learning;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Reviews;

namespace Workflows.Web.Api.Learning;

/// <summary>What reviews recommended, and what became of it; also after a review has closed.</summary>
internal static class LearningEndpoints
{
    private const string Tag = "Recommendations";

    public static void Map(RouteGroupBuilder api, RouteGroupBuilder review)
    {
        // The parameters are read from the request itself, which also knows those given twice or unknown.
        api.MapGet("/recommendations", (
                    string? partnership, string? theme, string? agency, string? status, string? overdue, string? words, string? cursor,
                    HttpContext http, SignedInPerson person, LearningSearch search) =>
                search.PageAsync(http, person))
            .Access(AccessRule.KnownPerson).Produces<RecommendationPageBody>()
            .WithName("searchRecommendations").WithSummary("Recommendations of all reviews, as far as you may see them").WithTags(Tag);
        review.MapGet("/recommendations", (string id, HttpContext http, SignedInPerson person, SeenReview seen, LearningCommanding commanding) =>
            {
                new Query(http).End();
                return commanding.List(person, seen);
            })
            .Access(AccessRule.SeesRecommendation).Produces<RecommendationsBody>()
            .WithName("listRecommendations").WithSummary("The recommendations of a review").WithTags(Tag);
        review.MapPost("/recommendations", (string id, HttpContext http, SignedInPerson person, SeenReview seen, LearningCommanding commanding) =>
                commanding.MakeAsync(http, person, seen))
            .Access(AccessRule.SeesReview).Accepts<RecommendationRequest>("application/json")
            .Produces<RecommendationBody>(StatusCodes.Status201Created)
            .WithName("makeRecommendation").WithSummary("Make a recommendation; possible from the first day of a review").WithTags(Tag);
        review.MapGet("/recommendations/{number}", (string id, string number, HttpContext http, SignedInPerson person, SeenReview seen, LearningCommanding commanding) =>
            {
                new Query(http).End();
                return commanding.Body(seen.File, LearningCommanding.Number(number, "recommendation"), person);
            })
            .Access(AccessRule.SeesRecommendation).Produces<RecommendationBody>()
            .WithName("readRecommendation").WithSummary("A recommendation with its actions, limits and evaluations").WithTags(Tag);
        Map<RevisionRequest>(review, "/revision", RevisionRequest.Read, "reviseRecommendation", "Word a recommendation anew, or give it to another owner");
        Map<AnswerRequest>(review, "/answer", AnswerRequest.Read, "answerRecommendation", "Accept a recommendation, or not, for its owner");
        Map<ReasonRequest>(review, "/withdrawal", (number, fields) => new WithdrawRecommendation(number, ReasonRequest.Read(fields)), "withdrawRecommendation", "Withdraw a recommendation");
        Map<ThemesRequest>(review, "/themes", ThemesRequest.Read, "tagRecommendation", "Set the themes of a recommendation");
        Map<ActionRequest>(review, "/actions", ActionRequest.Read, "setAction", "Set an action on a recommendation");
        Map<EvaluationRequest>(review, "/evaluation", EvaluationRequest.Read, "evaluateRecommendation", "Record an evaluation of what it changed");
        Map<ExtensionRequest>(review, "/evaluation/extension", (number, fields) => Choices.Extension(number, LimitKind.Evaluation, 0, fields), "extendEvaluation", "Give another day to the evaluation");
        Map<ExtensionRequest>(review, "/answer/extension", (number, fields) => Choices.Extension(number, LimitKind.Response, 0, fields), "extendAnswer", "Give another day to the owner's answer");
        review.MapPost("/recommendations/{number}/actions/{action}/report", (string id, string number, string action, HttpContext http, SignedInPerson person, SeenReview seen, LearningCommanding commanding) =>
                commanding.HandleAsync(http, person, seen, number, (which, fields) => ReportRequest.Read(which, LearningCommanding.Number(action, "action"), fields)))
            .Describe<ReportRequest>("reportAction", "Report how far an action is, with its evidence");
        review.MapPost("/recommendations/{number}/actions/{action}/extension", (string id, string number, string action, HttpContext http, SignedInPerson person, SeenReview seen, LearningCommanding commanding) =>
                commanding.HandleAsync(http, person, seen, number, (which, fields) => Choices.Extension(which, LimitKind.Action, LearningCommanding.Number(action, "action"), fields)))
            .Describe<ExtensionRequest>("extendAction", "Give another day to an action");
    }

    private static void Map<TRequest>(
        RouteGroupBuilder review, string path, Func<int, JsonFields, ReviewCommand> read, string name, string summary)
        where TRequest : notnull =>
        review.MapPost($"/recommendations/{{number}}{path}", (string id, string number, HttpContext http, SignedInPerson person, SeenReview seen, LearningCommanding commanding) =>
                commanding.HandleAsync(http, person, seen, number, read))
            .Describe<TRequest>(name, summary);

    private static void Describe<TRequest>(this RouteHandlerBuilder endpoint, string name, string summary)
        where TRequest : notnull =>
        endpoint.Access(AccessRule.SeesRecommendation).Accepts<TRequest>("application/json").Produces<RecommendationBody>()
            .WithName(name).WithSummary(summary).WithTags(Tag);
}
