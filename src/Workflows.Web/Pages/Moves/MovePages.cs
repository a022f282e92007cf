using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Moves;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Moves;

/// <summary>Shows what a move to a newer version would change, and takes the proposal. Agreeing is an action like others.</summary>
internal static class MovePages
{
    private const string Address = "/reviews/{id}/migration";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (string id, string? to, SignedInPerson person, SeenReview seen, ReviewViews views, ReviewContexts contexts, ProcessCatalogue catalogue) =>
            Show(views.Of(seen.File, person), MoveEndpoints.Report(seen.File, to, contexts, catalogue), StatusCodes.Status200OK, new Dictionary<string, string>(), []))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost(Address, ProposeAsync).PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> ProposeAsync(
        string id, string? to, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, ReviewContexts contexts,
        ProcessCatalogue catalogue, ReviewDesk desk)
    {
        var form = await PageForm.ReadAsync(http);
        var report = MoveEndpoints.Report(seen.File, form.Text("to") ?? to, contexts, catalogue);
        var errors = new Dictionary<string, string>();
        var facts = FactAnswers.Read(report.Asks, form.Text, errors);
        if (form.Text("reason") is null)
        {
            errors["reason"] = "Enter the reason for the move";
        }

        if (errors.Count > 0)
        {
            return Show(views.Of(seen.File, person), report, StatusCodes.Status400BadRequest, form.Values, errors);
        }

        var answer = await desk.HandleAsync(
            seen.File.Id, new ProposeMove(report.To, form.Text("reason"), facts), person.CallerIn(seen.File.State.Partnership),
            form.Key(http, person.User), http.RequestAborted);
        return answer is CommandAnswer.Refused { Refusal: var refusal }
            ? Show(views.Of(seen.File, person), report, Refused.Status(refusal), form.Values, Refused.Errors(refusal))
            : Results.LocalRedirect($"/reviews/{seen.File.Id}?done=proposed");
    }

    private static RazorComponentResult Show(
        ReviewView view, MoveReport report, int status, IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors) =>
        PageAnswers.Show<MovePage>(
            status, (nameof(MovePage.View), view), (nameof(MovePage.Report), report), (nameof(MovePage.Values), values),
            (nameof(MovePage.Errors), errors));
}
