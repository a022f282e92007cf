using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.State;
using Workflows.Reviews.Links;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Links;

/// <summary>Makes the link of a letter useless: it went to the wrong place, or the mailbox is not safe.</summary>
internal static class LinkRevocation
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/letters/{letter}/link", Ask).PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/letters/{letter}/link", DoAsync).PageFor(AccessRule.SeesReview);
    }

    private static RazorComponentResult Ask(string id, string letter, SignedInPerson person, SeenReview seen, ReviewViews views)
    {
        var view = views.Of(seen.File, person);
        return PageAnswers.Show<LinkRevocationPage>(
            (nameof(LinkRevocationPage.View), view), (nameof(LinkRevocationPage.Letter), Find(letter, view)));
    }

    private static async Task<IResult> DoAsync(
        string id, string letter, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, LetterLinks links)
    {
        await PageForm.ReadAsync(http);
        var view = views.Of(seen.File, person);
        await links.RevokeAsync(seen.File.Id, letter, Find(letter, view).To, http.RequestAborted);
        return Results.LocalRedirect($"{view.Address}?done=link");
    }

    private static LetterState Find(string letter, ReviewView view) =>
        !view.State.Letters.TryGetValue(letter, out var found) ? throw new ProblemException(Problem.NotFound("letter"))
        : view.MayCorrect ? found
        : throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status403Forbidden));
}
