using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Screening;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Screening;

/// <summary>The identifying-details screen: how it stands, the findings of a document, and their answers.</summary>
internal static class ScreeningPages
{
    private const int FindingsOnPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/screening", (string id, string? done, SignedInPerson person, SeenReview seen, ReviewViews views) =>
                PageAnswers.Show<ScreeningPage>((nameof(ScreeningPage.View), views.Of(seen.File, person)), (nameof(ScreeningPage.Done), done is not null)))
            .PageFor(AccessRule.SeesReview);
        CaseListPages.Map(pages);
        pages.MapGet("/reviews/{id}/screening/documents/{document}", (
                    string id, string document, string? all, int? page, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, CaseLists lists) =>
                ShowAsync(http, views.Of(seen.File, person), document, new Shown(all is not null, page ?? 1), lists, StatusCodes.Status200OK, new Dictionary<string, string>(), []))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/screening/documents/{document}", AnswerAsync).PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> AnswerAsync(
        string id, string document, string? all, int? page, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views,
        CaseLists lists, ReviewDesk desk)
    {
        var form = await PageForm.ReadAsync(http);
        var errors = new Dictionary<string, string>();

        // Several boxes of one name come as one text with commas.
        var findings = form.Text("findings")?.Split(',') ?? [];
        if (findings.Length == 0)
        {
            errors["findings"] = "Select the findings that you answer";
        }

        var answer = form.Text("answer");
        if (answer is not (DecideScreening.Keep or DecideScreening.Remove))
        {
            errors["answer"] = "Select whether the findings stay or are removed";
        }

        if (form.Text("reason") is null)
        {
            errors["reason"] = "Enter why the findings stay, or what is to be removed";
        }

        var refused = StatusCodes.Status400BadRequest;
        if (errors.Count == 0)
        {
            var command = new AnswerFindings(document, findings, answer == DecideScreening.Keep, form.Text("reason"));
            var done = await desk.HandleAsync(
                seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), form.Key(http, person.User), http.RequestAborted);
            if (done is not CommandAnswer.Refused { Refusal: var refusal })
            {
                return Results.LocalRedirect($"/reviews/{seen.File.Id}/screening?done=answered");
            }

            (refused, errors) = (Refused.Status(refusal), Refused.Errors(refusal));
        }

        var now = await desk.FindAsync(seen.File.Id, http.RequestAborted) ?? seen.File;
        return await ShowAsync(http, views.Of(now, person), document, new Shown(all is not null, page ?? 1), lists, refused, form.Values, errors);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, ReviewView view, string document, Shown shown, CaseLists lists, int status,
        IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors)
    {
        if (view.State.Screening.Documents.GetValueOrDefault(document) is not { } screening)
        {
            throw new ProblemException(Problem.NotFound("document"));
        }

        var kept = (await lists.FindingsAsync(view.File, screening, http.RequestAborted)).ToDictionary(each => each.Id);
        var open = screening.Open.Select(each => each.Id).ToHashSet();
        var all = shown.All || open.Count == 0;
        var findings = screening.Findings.Where(each => all || open.Contains(each.Id)).ToArray();
        var pages = Math.Max(1, (findings.Length + FindingsOnPage - 1) / FindingsOnPage);
        var at = Math.Clamp(shown.Page, 1, pages);
        return PageAnswers.Show<FindingsPage>(
            status, (nameof(FindingsPage.View), view), (nameof(FindingsPage.Screening), screening),
            (nameof(FindingsPage.Findings), findings.Skip((at - 1) * FindingsOnPage).Take(FindingsOnPage)
                .Select(each => new ShownFinding(each, kept.GetValueOrDefault(each.Id), screening.Answers.GetValueOrDefault(each.Id))).ToList()),
            (nameof(FindingsPage.All), all), (nameof(FindingsPage.Page), at), (nameof(FindingsPage.Pages), pages),
            (nameof(FindingsPage.Values), values), (nameof(FindingsPage.Errors), errors));
    }

    private sealed record Shown(bool All, int Page);
}
