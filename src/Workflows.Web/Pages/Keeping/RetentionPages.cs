using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Keeping;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Keeping;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Lists;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Keeping;

/// <summary>What is due for destruction, and what is decided about one review's record.</summary>
internal static class RetentionPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/retention", async Task<IResult> (HttpContext http, SignedInPerson person, SeenReviews seen, RetentionDays days) =>
        {
            var found = await days.EndedAsync(person, seen, http.RequestAborted);
            return PageAnswers.Show<RetentionPage>(
                (nameof(RetentionPage.Rows), found.Select(file => RetentionRow.Of(RetentionBody.Of(file, days))).ToList()));
        }).PageFor(AccessRule.KnownPerson);
        pages.MapGet("/reviews/{id}/retention", (string id, string? done, SignedInPerson person, SeenReview seen, ReviewViews views, RetentionDays days) =>
            Show(seen.File, person, views, days, StatusCodes.Status200OK, [], done is not null)).PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/retention", DoAsync).PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/retention/certificate", (string id, HttpContext http, SeenReview seen) =>
        {
            var text = DestructionCertificate.Of(seen.File.Id, seen.File.State) ?? throw new ProblemException(Problem.NotFound("certificate"));
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"destruction-{seen.File.Id}.txt\"";
            return TypedResults.Text(text, "text/plain; charset=utf-8");
        }).PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> DoAsync(
        string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, RetentionDays days, ReviewDesk desk,
        RecordExport export)
    {
        var form = await PageForm.ReadAsync(http);
        var reason = form.Text("step") == "disclose" ? form.Text("request") : form.Text("reason");
        KeepingCommand? command = form.Text("step") switch
        {
            "hold" => new PlaceHold(reason),
            "lift" => new LiftHold(form.Text("hold") ?? string.Empty, reason),
            "approve" => new ApproveDestruction(),
            "disclose" => new DiscloseRecord(reason),
            _ => null,
        };
        if (command is null)
        {
            return Show(seen.File, person, views, days, StatusCodes.Status400BadRequest, new() { ["step"] = "Select what is to be done with the record" });
        }

        var answer = await desk.HandleAsync(
            seen.File.Id, command, person.CallerIn(seen.File.State.Partnership), form.Key(http, person.User), http.RequestAborted);
        if (answer is CommandAnswer.Refused { Refusal: var refusal })
        {
            var errors = Refused.Errors(refusal);
            return Show(
                seen.File, person, views, days, Refused.Status(refusal),
                command is DiscloseRecord ? errors.ToDictionary(error => error.Key == "reason" ? "request" : error.Key, error => error.Value) : errors);
        }

        if (command is not DiscloseRecord)
        {
            return Results.LocalRedirect($"/reviews/{seen.File.Id}/retention?done={form.Text("step")}");
        }

        await DisclosureAnswer.WriteAsync(http, ((CommandAnswer.Done)answer).File, export);
        return Results.Empty;
    }

    private static RazorComponentResult Show(
        ReviewFile file, SignedInPerson person, ReviewViews views, RetentionDays days, int status, Dictionary<string, string> errors, bool done = false) =>
        PageAnswers.Show<RecordPage>(
            status, (nameof(RecordPage.View), views.Of(file, person)), (nameof(RecordPage.Row), RetentionRow.Of(RetentionBody.Of(file, days))),
            (nameof(RecordPage.Errors), errors), (nameof(RecordPage.Done), done));
}
