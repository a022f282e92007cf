using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>Steps beside the course of a review: a correction, an extension, a reason for delay, a letter again, a withdrawal.</summary>
internal static class StepEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        Map(pages, "/reviews/{id}/withdraw");
        Map(pages, "/reviews/{id}/answers/{part}");
        Map(pages, "/reviews/{id}/deadlines/{part}/delay");
        Map(pages, "/reviews/{id}/deadlines/{part}/extension");
        Map(pages, "/reviews/{id}/letters/{part}/resend");
        Map(pages, "/reviews/{id}/links/{part}/removal");
    }

    private static void Map(IEndpointRouteBuilder pages, string pattern)
    {
        var kind = pattern.Split('/')[^1] == "{part}" ? "answers" : pattern.Split('/')[^1];
        pages.MapGet(pattern, async (string id, string? part, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views) =>
            {
                var view = await views.WithLinksAsync(seen.File, person, http.RequestAborted);
                return Show(Step.Of(kind, part, view), view, StatusCodes.Status200OK, null, []);
            })
            .PageFor(AccessRule.SeesReview);
        pages.MapPost(pattern, (string id, string? part, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, ReviewDesk desk) =>
            DoAsync(kind, part, http, person, seen, views, desk))
            .PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> DoAsync(
        string kind, string? part, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, ReviewDesk desk)
    {
        var form = await PageForm.ReadAsync(http);
        var view = await views.WithLinksAsync(seen.File, person, http.RequestAborted);
        var step = Step.Of(kind, part, view);
        var errors = new Dictionary<string, string>();
        var command = step.Command(form.Text, errors);
        if (form.Text("reason") is null)
        {
            errors["reason"] = step.NoReason;
        }

        if (errors.Count > 0)
        {
            return Show(step, view, StatusCodes.Status400BadRequest, form.Values, errors);
        }

        var answer = await desk.HandleAsync(
            seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), form.Key(http, person.User), http.RequestAborted);
        return answer is CommandAnswer.Refused { Refusal: var refusal }
            ? Show(step, view, Refused.Status(refusal), form.Values, Refused.Errors(refusal))
            : Results.LocalRedirect($"/reviews/{seen.File.Id}?done={step.Done}");
    }

    private static RazorComponentResult Show(
        Step step, ReviewView view, int status, IReadOnlyDictionary<string, string>? values, Dictionary<string, string> errors) =>
        PageAnswers.Show<StepPage>(
            status, (nameof(StepPage.View), view), (nameof(StepPage.Step), step),
            (nameof(StepPage.Values), values ?? step.Values), (nameof(StepPage.Errors), errors));
}
