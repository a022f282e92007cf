using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>Whatever can be done in a review, each as a page with a form. Looking at it does nothing; sending the form does.</summary>
internal static class ActionEndpoints
{
    // What a form holds beside its document.
    private const long FormBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/do/{item}", Ask).PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/do/{item}", DoAsync).PageFor(AccessRule.SeesReview)
            .WithMetadata(new RequestSizeLimitAttribute(IDocumentStore.MaximumBytes + FormBytes));
    }

    private static RazorComponentResult Ask(
        string id, string item, SignedInPerson person, SeenReview seen, ReviewViews views) =>
        Show(views.Of(seen.File, person), item, StatusCodes.Status200OK, new Dictionary<string, string>(), []);

    private static async Task<IResult> DoAsync(
        string id, string item, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views,
        ActionForms forms, ReviewDesk desk)
    {
        var form = await PageForm.ReadAsync(http);
        var view = views.Of(seen.File, person);
        var errors = new Dictionary<string, string>();
        var command = await forms.CommandAsync(view, item, form, errors, http.RequestAborted);
        if (command is null)
        {
            return Show(view, item, StatusCodes.Status400BadRequest, form.Values, errors);
        }

        var answer = await desk.HandleAsync(
            seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), form.Key(http, person.User), http.RequestAborted);
        if (answer is CommandAnswer.Refused { Refusal: var refusal })
        {
            // Others may have changed it meanwhile: it is shown as it stands now.
            var now = await desk.FindAsync(seen.File.Id, http.RequestAborted) ?? seen.File;
            return Show(views.Of(now, person), item, Refused.Status(refusal), form.Values, Refused.Errors(refusal));
        }

        return Results.LocalRedirect($"/reviews/{seen.File.Id}?done={Uri.EscapeDataString(item)}");
    }

    private static RazorComponentResult Show(
        ReviewView view, string item, int status, IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors)
    {
        var action = view.Actions.Concat(view.Registers).Where(each => each.Item.Id == item)
            .OrderByDescending(view.IsMine).FirstOrDefault();
        if (action is null && !view.State.Items.ContainsKey(item))
        {
            throw new ProblemException(Problem.NotFound("item"));
        }

        return PageAnswers.Show<ActionPage>(
            status, (nameof(ActionPage.View), view), (nameof(ActionPage.Item), item), (nameof(ActionPage.Action), action),
            (nameof(ActionPage.Values), values), (nameof(ActionPage.Errors), errors));
    }
}
