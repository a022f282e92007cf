using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Links;
using Workflows.Web.Pages.Lists;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Linked;

/// <summary>Links a review to another one that the person sees.</summary>
internal static class LinkReviewPages
{
    private const string Address = "/reviews/{id}/links";
    private const int MostOffered = 300;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, SeenReviews all) =>
            ShowAsync(http, person, seen, views, all, StatusCodes.Status200OK, new Dictionary<string, string>(), []))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost(Address, LinkAsync).PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> LinkAsync(
        string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, SeenReviews all, AccessTable access,
        ReviewDesk desk)
    {
        var form = await PageForm.ReadAsync(http);
        var errors = new Dictionary<string, string>();
        var (other, what) = (form.Text("review"), form.Text("kind")?.Split('/') ?? []);
        if (other is null || other == seen.File.Id.Value || await access.FindAsync(person, other, http.RequestAborted) is null)
        {
            errors["review"] = "Select the other review";
        }

        if (what.Length != 2 || LinkKind.Find(what[0]) is null)
        {
            errors["kind"] = "Select what the other review is";
        }

        if (errors.Count == 0)
        {
            var side = what[1] == "follows" ? LinkSide.Follows : LinkSide.Leads;
            var command = await LinkEndpoints.CommandAsync(other!, what[0], side, form.Text("reason"), seen, person, access, http.RequestAborted);
            var answer = await desk.HandleAsync(
                seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), form.Key(http, person.User), http.RequestAborted);
            if (answer is not CommandAnswer.Refused { Refusal: var refusal })
            {
                return Results.LocalRedirect($"/reviews/{seen.File.Id}?done=linked");
            }

            return await ShowAsync(http, person, seen, views, all, Refused.Status(refusal), form.Values, Refused.Errors(refusal));
        }

        return await ShowAsync(http, person, seen, views, all, StatusCodes.Status400BadRequest, form.Values, errors);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, SeenReviews all, int status,
        IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors)
    {
        var catalogue = http.RequestServices.GetRequiredService<ProcessCatalogue>();
        var table = await all.TableAsync(person, new ReviewQuery(), new TableQuery { Lists = [], Take = MostOffered }, http.RequestAborted);
        var offered = table.Items
            .Where(each => each.Id != seen.File.Id && !seen.File.State.Links.ContainsKey(each.Id.Value))
            .OrderBy(each => each.Reference, StringComparer.OrdinalIgnoreCase)
            .Select(each => new FactOption(each.Id.Value, $"{each.Reference}: {catalogue.Find($"{each.Process}@{each.ProcessVersion}")?.Title ?? each.Process}, {each.State}"));
        return PageAnswers.Show<LinkReviewPage>(
            status, (nameof(LinkReviewPage.View), views.Of(seen.File, person)), (nameof(LinkReviewPage.Offered), offered.ToList()),
            (nameof(LinkReviewPage.Values), values), (nameof(LinkReviewPage.Errors), errors));
    }
}
