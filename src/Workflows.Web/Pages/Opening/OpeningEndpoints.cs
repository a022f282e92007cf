using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Opening;

/// <summary>
/// Opens a review, one question a page. What was answered so far travels in the forms: nothing is kept before the review is
/// opened, and no answer is ever in an address.
/// </summary>
internal static class OpeningEndpoints
{
    public const string Path = "/reviews/open";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Begin).PageFor(AccessRule.KnownPerson);
        pages.MapPost(Path, GoOnAsync).PageFor(AccessRule.KnownPerson);
    }

    private static RazorComponentResult Begin(
        SignedInPerson person, ProcessCatalogue catalogue, DirectorySource directory, AccessTable access) =>
        Show(new OpeningForm(catalogue, directory.Current, person, access.PartnershipsToOpenIn(person), new Dictionary<string, string>()), at: 0, StatusCodes.Status200OK, []);

    private static async Task<IResult> GoOnAsync(
        HttpContext http, SignedInPerson person, ProcessCatalogue catalogue, DirectorySource directory, AccessTable access,
        ReviewDesk desk, ReviewContexts contexts)
    {
        var form = await PageForm.ReadAsync(http);
        var opening = new OpeningForm(catalogue, directory.Current, person, access.PartnershipsToOpenIn(person), form.Values);
        if (opening.Number("show") is { } show)
        {
            return Show(opening, Math.Clamp(show, 0, opening.Questions.Count), StatusCodes.Status200OK, []);
        }

        var at = Math.Clamp(opening.Number("at") ?? 0, 0, opening.Questions.Count);
        var errors = opening.ErrorsAt(at, contexts);
        if (errors.Count > 0)
        {
            return Show(opening, at, StatusCodes.Status400BadRequest, errors);
        }

        if (at < opening.Questions.Count)
        {
            // An answer changed from the last page leads back to it, as far as nothing new is asked.
            var next = opening.Number("checking") == 1 ? opening.FirstUnanswered(contexts) : at + 1;
            return Show(opening, next, StatusCodes.Status200OK, []);
        }

        if (opening.Opening(form.Key(http, person.User)) is not { } ready)
        {
            return Show(opening, opening.FirstUnanswered(contexts), StatusCodes.Status400BadRequest, opening.AllErrors(contexts));
        }

        var answer = await desk.OpenAsync(ready, person.CallerIn(ready.Command.Partnership), http.RequestAborted);
        return answer switch
        {
            CommandAnswer.Done done => Results.LocalRedirect($"/reviews/{done.File.Id}?done=opened"),
            CommandAnswer.Refused refused => Show(opening, at, Refused.Status(refused.Refusal), Refused.Errors(refused.Refusal)),
            _ => throw new InvalidOperationException($"No handling of {answer.GetType().Name}."),
        };
    }

    private static RazorComponentResult Show(OpeningForm form, int at, int status, Dictionary<string, string> errors) =>
        PageAnswers.Show<OpeningPage>(
            status, (nameof(OpeningPage.Form), form), (nameof(OpeningPage.At), at), (nameof(OpeningPage.Errors), errors));
}
