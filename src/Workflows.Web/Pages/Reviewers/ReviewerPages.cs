using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Reviewers;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Reviewers;

/// <summary>The register of reviewers with its forecast, and in a review who is appointed, removed, or has a conflict of interest.</summary>
internal static class ReviewerPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviewers", async (HttpContext http, SignedInPerson person, ReviewerViews views) =>
                PageAnswers.Show<ReviewersPage>((nameof(ReviewersPage.Register), await views.RegisterAsync(person, http.RequestAborted))))
            .PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reviews/{id}/reviewers", (string id, SignedInPerson person, SeenReview seen, ReviewViews reviews, ReviewerViews views) =>
                Show(reviews.Of(seen.File, person), views.Of(seen), StatusCodes.Status200OK, null, []))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/reviewers", (
                    string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews reviews, ReviewerViews views, ReviewDesk desk) =>
                DoAsync(http, person, seen, reviews, views, desk))
            .PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews reviews, ReviewerViews views, ReviewDesk desk)
    {
        var form = await PageForm.ReadAsync(http);
        ReviewCommand? command = form.Text("what") switch
        {
            "appoint" when views.CardOf(seen, form.Text("reviewer")) is { } card => new AppointReviewer(card, form.Text("note")),
            "remove" when form.Text("removed") is { } user => new RemoveReviewer(user, form.Text("reason"), views.CardOf(seen, form.Text("replacement"))),
            "conflict" when form.Text("concerned") is { } user => new DeclareConflict(user, form.Text("conflict")),
            _ => null,
        };
        if (command is null)
        {
            return Show(
                reviews.Of(seen.File, person), views.Of(seen), StatusCodes.Status400BadRequest, form.Values,
                new Dictionary<string, string> { [Refused.Form] = form.Text("what") switch
                {
                    "remove" => "Select the reviewer who is removed",
                    "conflict" => "Select the reviewer who has the conflict of interest",
                    _ => "Select the reviewer who is appointed",
                } });
        }

        var answer = await desk.HandleAsync(
            seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), form.Key(http, person.User), http.RequestAborted);
        return answer is CommandAnswer.Refused { Refusal: var refusal }
            ? Show(reviews.Of(seen.File, person), views.Of(seen), Refused.Status(refusal), form.Values, Refused.Errors(refusal))
            : Results.LocalRedirect($"/reviews/{seen.File.Id}/reviewers");
    }

    private static RazorComponentResult Show(
        ReviewView view, ReviewReviewersBody reviewers, int status, IReadOnlyDictionary<string, string>? values, Dictionary<string, string> errors) =>
        PageAnswers.Show<ReviewReviewersPage>(
            status, (nameof(ReviewReviewersPage.View), view), (nameof(ReviewReviewersPage.Reviewers), reviewers),
            (nameof(ReviewReviewersPage.Values), values ?? new Dictionary<string, string>()), (nameof(ReviewReviewersPage.Errors), errors));
}
