using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Screening;

/// <summary>The identifying-details screen of a review: the case's own list, what was found, and what was answered.</summary>
internal static class ScreeningEndpoints
{
    private const string Tag = "Identifying details";

    public static void Map(RouteGroupBuilder review)
    {
        review.MapGet("/screening", (string id, HttpContext http, SeenReview seen, ScreeningViews views) =>
            {
                new Query(http).End();
                return views.OfAsync(seen.File, http.RequestAborted);
            })
            .Access(AccessRule.SeesReview).Produces<ScreeningBody>()
            .WithName("readScreening").WithSummary("How far the documents to be published are screened, and what was found in them").WithTags(Tag);
        review.MapGet("/screening/list", (string id, HttpContext http, SignedInPerson person, SeenReview seen, ScreeningViews views) =>
            {
                new Query(http).End();
                ThrowUnlessManager(person, seen.File);
                return views.ListAsync(seen.File, http.RequestAborted);
            })
            .Access(AccessRule.SeesReview).Produces<CaseListBody>()
            .WithName("readCaseList").WithSummary("The case's own list of identifying details, for those who may give it").WithTags(Tag);
        review.MapPut("/screening/list", (string id, HttpContext http, SignedInPerson person, SeenReview seen, ScreeningCommanding commanding) =>
                commanding.GiveListAsync(http, person, seen))
            .Access(AccessRule.SeesReview).Accepts<CaseListRequest>("application/json").Produces<ScreeningBody>()
            .WithName("giveCaseList").WithSummary("Give the case's list, in place of the one before; documents are then screened again").WithTags(Tag);
        review.MapPost("/screening/{document}/answers", (string id, string document, HttpContext http, SignedInPerson person, SeenReview seen, ScreeningCommanding commanding) =>
                commanding.AnswerAsync(http, person, seen, document))
            .Access(AccessRule.SeesReview).Accepts<FindingsRequest>("application/json").Produces<ScreeningBody>()
            .WithName("answerFindings").WithSummary("Keep findings for a reason, or have them removed in a new version").WithTags(Tag);
    }

    /// <summary>Whether the person may see the case's list: it names a child and its family.</summary>
    public static bool IsManager(SignedInPerson person, ReviewFile file) =>
        person.RolesIn(file.State.Partnership).Any(DecideScreening.Managers(file.Definition).Contains);

    /// <summary>Refuses whoever may not see the case's list.</summary>
    /// <exception cref="ProblemException">They may not.</exception>
    public static void ThrowUnlessManager(SignedInPerson person, ReviewFile file)
    {
        if (!IsManager(person, file))
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status403Forbidden, "case-list-is-for-the-manager", "Not allowed",
                "The case's own list of identifying details is shown to those who may give it."));
        }
    }
}
