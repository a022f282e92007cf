using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Retention;
using Workflows.Reviews.Keeping;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Api.Reviews;
using Workflows.Web.Pages.Lists;

namespace Workflows.Web.Api.Keeping;

/// <summary>How long records are kept: rules, what is due, holds, destruction by two people, and giving out what is held.</summary>
internal static class KeepingEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/retention/rules", (HttpContext http) =>
            {
                new Query(http).End();
                return RetentionRules.Shipped.All.Select(RetentionRuleBody.Of).ToArray();
            })
            .Access(AccessRule.KnownPerson)
            .WithName("listRetentionRules").WithSummary("How long records are kept, by class").WithTags("Retention");
        api.MapGet("/retention", ListAsync)
            .Access(AccessRule.KnownPerson)
            .WithName("listRetention").WithSummary("Ended reviews whose destruction you may approve, with the day from which each may be destroyed").WithTags("Retention");

        var review = api.MapGroup("/reviews/{id}/retention");
        review.MapGet(string.Empty, (string id, HttpContext http, SeenReview seen, RetentionDays days) =>
            {
                new Query(http).End();
                return RetentionBody.Of(seen.File, days);
            })
            .Access(AccessRule.SeesReview)
            .WithName("readRetention").WithSummary("How long a review's record is kept, and what was decided about it").WithTags("Retention");
        review.MapPost("/holds", (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => new PlaceHold(ReasonRequest.Read(fields))))
            .Describe<ReasonRequest>("placeHold", "Forbid the destruction of the record for the time being");
        review.MapPost("/holds/{hold}/lifting", (string id, string hold, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields => new LiftHold(hold, ReasonRequest.Read(fields))))
            .Describe<ReasonRequest>("liftHold", "Lift a hold");
        review.MapPost("/approval", (string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding) =>
                commanding.HandleAsync(http, person, seen, fields =>
                {
                    fields.End();
                    return new ApproveDestruction();
                }))
            .Access(AccessRule.SeesReview).Accepts<EmptyRequest>("application/json").Produces<ReviewBody>()
            .WithName("approveDestruction").WithSummary("Approve the destruction of the record; a second person's approval orders it").WithTags("Retention");
        review.MapGet("/certificate", (string id, HttpContext http, SeenReview seen) =>
            {
                new Query(http).End();
                var text = DestructionCertificate.Of(seen.File.Id, seen.File.State) ?? throw new ProblemException(Problem.NotFound("certificate"));
                http.Response.Headers.ContentDisposition = $"attachment; filename=\"destruction-{seen.File.Id}.txt\"";
                return TypedResults.Text(text, "text/plain; charset=utf-8");
            })
            .Access(AccessRule.SeesReview).Produces<string>(contentType: "text/plain")
            .WithName("readCertificate").WithSummary("The certificate of destruction").WithTags("Retention");
        review.MapPost("/disclosure", DiscloseAsync)
            .Access(AccessRule.SeesReview).Accepts<ReasonRequest>("application/json").Produces<byte[]>(contentType: "application/zip")
            .WithName("discloseRecord").WithSummary("Everything that the review holds, as a ZIP file, for a subject's request; recorded").WithTags("Retention");
    }

    private static async Task<RetentionBody[]> ListAsync(
        string? due, HttpContext http, SignedInPerson person, SeenReviews seen, RetentionDays days)
    {
        var query = new Query(http, "due");
        var onlyDue = query.OneOf("due", "true", "false") == "true";
        query.End();
        var found = await days.EndedAsync(person, seen, http.RequestAborted);
        return [.. found.Select(file => RetentionBody.Of(file, days)).Where(body => !onlyDue || body.IsDue)];
    }

    // Recorded first: what was given out is on record, though the sending may break off.
    private static async Task DiscloseAsync(
        string id, HttpContext http, SignedInPerson person, SeenReview seen, Commanding commanding, RecordExport export)
    {
        var body = await JsonBody.ReadAsync(http);
        var key = CommandKeys.Of(http, person.User, body.Bytes.Span);
        var command = new DiscloseRecord(ReasonRequest.Read(new JsonFields(body.Root)));
        var done = await commanding.DoAsync(http, seen, command, person, key);
        await DisclosureAnswer.WriteAsync(http, done.File, export);
    }

    private static void Describe<TRequest>(this RouteHandlerBuilder endpoint, string name, string summary)
        where TRequest : notnull =>
        endpoint.Access(AccessRule.SeesReview).Accepts<TRequest>("application/json").Produces<ReviewBody>()
            .WithName(name).WithSummary(summary).WithTags("Retention");
}

/// <summary>A request that says nothing: <c>{}</c>.</summary>
internal sealed record EmptyRequest;
