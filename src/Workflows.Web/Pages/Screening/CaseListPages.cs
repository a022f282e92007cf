using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Screening;
using Workflows.Screening;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Screening;
using Workflows.Web.Pages.Parts;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Screening;

/// <summary>The case's own list as a form, for those who may give it: a box for each kind, a line for each detail.</summary>
internal static class CaseListPages
{
    private static readonly ListKind[] Kinds = Enum.GetValues<ListKind>();

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/screening/list", async (string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, CaseLists lists) =>
            {
                ScreeningEndpoints.ThrowUnlessManager(person, seen.File);
                var entries = await lists.ReadAsync(seen.File, http.RequestAborted) ?? [];
                return Show(
                    views.Of(seen.File, person), StatusCodes.Status200OK,
                    Kinds.ToDictionary(kind => $"{kind}", kind => CaseListText.Write(entries, kind)), []);
            })
            .PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/screening/list", GiveAsync).PageFor(AccessRule.SeesReview);
    }

    private static async Task<IResult> GiveAsync(
        string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, CaseLists lists)
    {
        ScreeningEndpoints.ThrowUnlessManager(person, seen.File);
        var form = await PageForm.ReadAsync(http);
        var lines = Kinds.SelectMany(kind => CaseListText.Read(kind, form.Text($"{kind}") ?? string.Empty).Select((entry, at) => (Entry: entry, Line: at + 1))).ToList();

        // Without a key: sent twice, the same list is given twice, and no hash of names comes into the journal.
        var answer = await lists.GiveAsync(
            seen.File, [.. lines.Select(line => line.Entry)], person.CallerIn(seen.File.State.Partnership), key: null, expected: null, http.RequestAborted);
        return answer is CommandAnswer.Refused { Refusal: var refusal }
            ? Show(views.Of(seen.File, person), Refused.Status(refusal), form.Values, Errors(Refused.Errors(refusal), lines))
            : Results.LocalRedirect($"/reviews/{seen.File.Id}/screening?done=list");
    }

    // The form shows a problem of an entry at its kind's box, with its line.
    private static Dictionary<string, string> Errors(Dictionary<string, string> problems, List<(ListEntry Entry, int Line)> lines)
    {
        var errors = new Dictionary<string, string>();
        foreach (var (field, problem) in problems)
        {
            if (field.Split('.') is ["entries", var number] && int.TryParse(number, out var at) && at < lines.Count)
            {
                errors.TryAdd($"{lines[at].Entry.Kind}", $"Line {lines[at].Line}: {problem}");
            }
            else
            {
                errors.TryAdd($"{ListKind.Person}", problem);
            }
        }

        return errors;
    }

    private static RazorComponentResult Show(
        ReviewView view, int status, IReadOnlyDictionary<string, string> values, Dictionary<string, string> errors) =>
        PageAnswers.Show<CaseListPage>(
            status, (nameof(CaseListPage.View), view), (nameof(CaseListPage.Values), values), (nameof(CaseListPage.Errors), errors));
}
