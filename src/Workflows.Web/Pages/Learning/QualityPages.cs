using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Learning;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Learning;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Learning;

/// <summary>The quality of a review: its markers, what good reports have in common, and what never came.</summary>
internal static class QualityPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/quality", (string id, string? done, SignedInPerson person, SeenReview seen, ReviewViews views) =>
                PageAnswers.Show<QualityPage>((nameof(QualityPage.View), views.Of(seen.File, person)), (nameof(QualityPage.Done), done is not null)))
            .PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/quality/indicators", (string id, SignedInPerson person, SeenReview seen, ReviewViews views) =>
                PageAnswers.Show<IndicatorsPage>((nameof(IndicatorsPage.View), views.Of(seen.File, person))))
            .PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/quality/markers/{marker}", (string id, string marker, SignedInPerson person, SeenReview seen) =>
                LearningPages.Show(Form(marker, seen), seen, known: null))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost("/reviews/{id}/quality/markers/{marker}", (string id, string marker, HttpContext http, SignedInPerson person, SeenReview seen, ReviewDesk desk) =>
                LearningPages.DoAsync(http, person, seen, desk, Form(marker, seen), known: null))
            .PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/gaps", (string id, SignedInPerson person, SeenReview seen, ReviewViews views) =>
                PageAnswers.Show<GapsPage>((nameof(GapsPage.View), views.Of(seen.File, person)), (nameof(GapsPage.Gaps), GapStatement.Of(seen.File))))
            .PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/gaps.txt", (string id, SeenReview seen) => TypedResults.File(
                Encoding.UTF8.GetBytes(GapStatement.Of(seen.File).Text), "text/plain; charset=utf-8", "statement-of-gaps.txt"))
            .PageFor(AccessRule.SeesReview);
    }

    private static LearningForm Form(string id, SeenReview seen)
    {
        if (QualityMarkers.Current.Of(seen.File.Definition).FirstOrDefault(each => each.Id == id) is not { } marker)
        {
            throw new ProblemException(Problem.NotFound("quality marker"));
        }

        var known = seen.File.State.Learning.Markers.GetValueOrDefault(id);
        return new LearningForm
        {
            Title = $"Quality marker: {marker.Title}",
            Says = ["These are prompts, not pass marks. Nothing waits for them."],
            Prompts = marker.Prompts,
            Button = "Save",
            Asks =
            [
                LearningForm.Choice("does", "Does this marker serve in this review?", "Select whether the marker serves in this review", new FactOption("answer", "Yes, and this is what I found"), new FactOption("aside", "No, and this is why")),
                LearningForm.Text("text", "What did you find, or why does it not serve?", "Enter what you found, or why the marker does not serve", "Do not give names of people.", limit: 10_000),
            ],
            Values = known is null ? new Dictionary<string, string>()
                : new Dictionary<string, string> { ["facts.does"] = known.SetAside ? "aside" : "answer", ["facts.text"] = known.Text },
            Back = $"/reviews/{seen.File.Id}/quality",
            Cite = marker.Cite,
            Command = answers => new AnswerMarker(id, answers.Text("does") == "aside", answers.Text("text")),
        };
    }
}
