using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Learning;
using Workflows.Process.State;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Learning;

/// <summary>What a review recommended, each with its actions, and the forms about it. Looking at them changes nothing.</summary>
internal static class LearningPages
{
    private const string One = "/reviews/{id}/recommendations/{number}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/recommendations", List).PageFor(AccessRule.SeesRecommendation);
        pages.MapGet("/reviews/{id}/recommendations/new", (string id, SignedInPerson person, SeenReview seen) => Show(New(seen), seen, null))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/recommendations/new", (string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewDesk desk) =>
                DoAsync(http, person, seen, desk, New(seen), null))
            .PageFor(AccessRule.SeesReview);
        pages.MapGet(One, (string id, string number, string? done, SignedInPerson person, SeenReview seen, RecommendationViews views) =>
                PageAnswers.Show<RecommendationPage>((nameof(RecommendationPage.View), views.Of(number, seen, person)), (nameof(RecommendationPage.Done), done is not null)))
            .PageFor(AccessRule.SeesRecommendation);
        Map(pages, One + "/{step}");
        Map(pages, One + "/actions/{action}/{step}");
    }

    private static void Map(IEndpointRouteBuilder pages, string pattern)
    {
        pages.MapGet(pattern, (string id, string number, string step, string? action, SignedInPerson person, SeenReview seen, RecommendationViews views) =>
            {
                var view = views.Of(number, seen, person);
                return Show(Form(view, step, action), seen, view.Known);
            })
            .PageFor(AccessRule.SeesRecommendation);
        pages.MapPost(pattern, (string id, string number, string step, string? action, HttpContext http, SignedInPerson person, SeenReview seen, RecommendationViews views, ReviewDesk desk) =>
            {
                var view = views.Of(number, seen, person);
                return DoAsync(http, person, seen, desk, Form(view, step, action), view.Known);
            })
            .PageFor(AccessRule.SeesRecommendation);
    }

    private static RazorComponentResult List(string id, SignedInPerson person, SeenReview seen, RecommendationViews views) =>
        PageAnswers.Show<RecommendationsPage>(
            (nameof(RecommendationsPage.File), seen.File), (nameof(RecommendationsPage.Whole), seen.Whole),
            (nameof(RecommendationsPage.MayMake), seen.Whole && seen.File.State.IsOpen
                && LearningAccess.Makers(seen.File.Definition).Any(person.RolesIn(seen.File.State.Partnership).Contains)),
            (nameof(RecommendationsPage.Views), seen.Recommendations.Select(known => views.Of(known, seen.File, person)).ToList()));

    private static LearningForm New(SeenReview seen) => LearningForms.New($"/reviews/{seen.File.Id}/recommendations");

    private static LearningForm Form(RecommendationView view, string step, string? action) =>
        LearningForms.Of(step, view, action is null ? null : LearningCommanding.Number(action, "action"));

    /// <summary>Takes a form that was sent; answers with the form again, or leads to where what was done is seen.</summary>
    public static async Task<IResult> DoAsync(
        HttpContext http, SignedInPerson person, SeenReview seen, ReviewDesk desk, LearningForm form, RecommendationState? known)
    {
        var sent = await PageForm.ReadAsync(http);
        var errors = new Dictionary<string, string>();
        var answers = new LearningAnswers(form, sent, errors);
        if (errors.Count > 0)
        {
            return Show(form, seen, known, StatusCodes.Status400BadRequest, sent.Values, errors);
        }

        var answer = await desk.HandleAsync(
            seen.File.Id, form.Command(answers), person.CallerIn(seen.File.State.Partnership), sent.Key(http, person.User), http.RequestAborted);
        return answer switch
        {
            CommandAnswer.Refused { Refusal: var refusal } => Show(
                form, seen, known, Refused.Status(refusal), sent.Values,
                Refused.Errors(refusal).ToDictionary(error => form.Asks.Any(asked => asked.Fact.Name == error.Key) ? FactAnswers.Prefix + error.Key : error.Key, error => error.Value)),
            CommandAnswer.Done done => Results.LocalRedirect(
                known is null && done.Produced is { } made ? $"/reviews/{seen.File.Id}/recommendations/{made}?done=1" : $"{form.Back}?done=1"),
            _ => throw new InvalidOperationException($"No handling of {answer.GetType().Name}."),
        };
    }

    /// <summary>A form as its page.</summary>
    public static RazorComponentResult Show(
        LearningForm form, SeenReview seen, RecommendationState? known, int status = StatusCodes.Status200OK,
        IReadOnlyDictionary<string, string>? values = null, Dictionary<string, string>? errors = null) =>
        PageAnswers.Show<LearningFormPage>(
            status, (nameof(LearningFormPage.Form), form), (nameof(LearningFormPage.Reference), seen.File.State.Reference),
            (nameof(LearningFormPage.Known), known), (nameof(LearningFormPage.Values), values ?? form.Values),
            (nameof(LearningFormPage.Errors), errors ?? []));
}

/// <summary>Makes views of recommendations for people.</summary>
internal sealed class RecommendationViews(ReviewContexts contexts, DirectorySource directory, AccessTable access)
{
    public RecommendationView Of(string number, SeenReview seen, SignedInPerson person) =>
        seen.File.State.Learning.Find(LearningCommanding.Number(number, "recommendation")) is { } known
            ? Of(known, seen.File, person) : throw new ProblemException(Problem.NotFound("recommendation"));

    public RecommendationView Of(RecommendationState known, ReviewFile file, SignedInPerson person) => new(
        known, file, contexts.For(file.Definition, file.State.Partnership), directory.Current,
        person.CallerIn(file.State.Partnership).Roles, access.Seen(person, file)?.Whole is true);
}
