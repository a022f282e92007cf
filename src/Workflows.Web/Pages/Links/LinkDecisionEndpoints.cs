using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Documents;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Links;

/// <summary>What a letter asks somebody to decide who has no account: the document, the form, and what came of it.</summary>
internal static class LinkDecisionEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var links = pages.MapGroup($"{LinkEndpoints.Path}/{{pointer}}").WithMetadata(LinkMark.Instance);
        links.MapGet("/decision", ShowAsync).PageFor(AccessRule.Anybody);
        links.MapPost("/decision/{item}", DecideAsync).PageFor(AccessRule.Anybody);
        links.MapGet("/documents/{item}/{version:int}", DocumentAsync).PageFor(AccessRule.Anybody);
    }

    private static async Task<IResult> ShowAsync(string pointer, string? item, string? done, HttpContext http, LinkVisits visits)
    {
        if (await visits.FindAsync(http, pointer) is not { } visit)
        {
            return Again(pointer);
        }

        if (visit is { Approvals: [], Recommendations: [var only, ..] })
        {
            return TypedResults.LocalRedirect(visit.AddressOf(only));
        }

        var shown = visit.Approvals.FirstOrDefault(each => each.Id == item)
            ?? visit.Approvals.FirstOrDefault(each => each.Status == ItemStatus.Open) ?? (visit.Approvals is [var first, ..] ? first : null);
        return Show(visit, shown, done is not null, StatusCodes.Status200OK, new Dictionary<string, string>(), []);
    }

    private static async Task<IResult> DecideAsync(
        string pointer, string item, HttpContext http, LinkVisits visits, ActionForms forms, ReviewDesk desk, ReviewViews views)
    {
        if (await visits.FindAsync(http, pointer) is not { } visit)
        {
            return Again(pointer);
        }

        // The form's token is for whoever holds this visit, so it is read after the visit was found.
        var form = await PageForm.ReadAsync(http);
        var about = visit.Approvals.FirstOrDefault(each => each.Id == item) ?? throw new ProblemException(Problem.NotFound("item"));
        var errors = new Dictionary<string, string>();
        if (await forms.CommandAsync(visit.View, item, form, errors, http.RequestAborted) is not { } command)
        {
            return Show(visit, about, isDone: false, StatusCodes.Status400BadRequest, form.Values, errors);
        }

        var file = visit.View.File;
        var answer = await desk.HandleAsync(
            file.Id, command, visit.Person.CallerIn(file.State.Partnership), form.Key(http, visit.Person.User), http.RequestAborted);
        if (answer is CommandAnswer.Refused { Refusal: var refusal })
        {
            // Others may have decided meanwhile: it is shown as it stands now.
            var now = await desk.FindAsync(file.Id, http.RequestAborted) ?? file;
            var after = visit with { View = views.Of(now, visit.Person) };
            return Show(after, now.State.Items[item], isDone: false, Refused.Status(refusal), form.Values, Refused.Errors(refusal));
        }

        return Results.LocalRedirect($"{visit.Address}/decision?done=true&item={Uri.EscapeDataString(item)}");
    }

    private static async Task<IResult> DocumentAsync(
        string pointer, string item, int version, HttpContext http, LinkVisits visits, IDocumentStore documents, LookLog looks)
    {
        if (await visits.FindAsync(http, pointer) is not { } visit)
        {
            return Again(pointer);
        }

        // The one version that is decided on, and no other.
        var isAsked = visit.Approvals.Any(each => each.About == version
            && visit.View.DefinitionOf(each) is ApprovalDefinition approval && approval.About == item);
        var found = isAsked ? visit.View.State.Items.GetValueOrDefault(item)?.Versions.Find(each => each.Version == version) : null;
        if (found is null)
        {
            throw new ProblemException(Problem.NotFound("document"));
        }

        await looks.RecordAsync(new Look(visit.View.File.Id, visit.Person.User, $"documents {item} {version}", "letter"));
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return await DocumentAnswer.OfAsync(
            documents, visit.View.File.Id, found.Sha256, found.MediaType, found.FileName, http.RequestAborted);
    }

    public static RedirectHttpResult Again(string pointer) => TypedResults.LocalRedirect($"{LinkEndpoints.Path}/{Uri.EscapeDataString(pointer)}");

    private static RazorComponentResult Show(
        LinkVisit visit, ItemState? item, bool isDone, int status, IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors) =>
        PageAnswers.Show<LinkDecisionPage>(
            status, (nameof(LinkDecisionPage.View), visit.View), (nameof(LinkDecisionPage.Address), visit.Address),
            (nameof(LinkDecisionPage.Item), item), (nameof(LinkDecisionPage.All), visit.Approvals),
            (nameof(LinkDecisionPage.Recommendations), visit.Recommendations.Select(number => (visit.AddressOf(number), number)).ToList()),
            (nameof(LinkDecisionPage.IsDone), isDone), (nameof(LinkDecisionPage.Values), values), (nameof(LinkDecisionPage.Errors), errors));
}
