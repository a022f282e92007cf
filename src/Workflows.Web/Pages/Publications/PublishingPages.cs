using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Desk;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages.Learning;
using Workflows.Web.Pages.Reviews;

namespace Workflows.Web.Pages.Publications;

/// <summary>What goes with the publication of a review: comments on the copies, what is public, the national repository.</summary>
internal static class PublishingPages
{
    private const string NoNames = "Do not give names of people.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}/publication", (string id, string? done, SignedInPerson person, SeenReview seen, ReviewViews views) =>
                PageAnswers.Show<PublishingPage>((nameof(PublishingPage.View), views.Of(seen.File, person)), (nameof(PublishingPage.Done), done is not null)))
            .PageFor(AccessRule.SeesReview);
        Map(pages, "/reviews/{id}/publication/comments", (seen, _) => Comment(seen.File));
        Map(pages, "/reviews/{id}/publication/{publication}/repository", (seen, publication) => Offer(seen.File, Known(seen.File, publication)));
        Map(pages, "/reviews/{id}/publication/{publication}/repository/answer", (seen, publication) => Answer(seen.File, Known(seen.File, publication)));
    }

    private static void Map(IEndpointRouteBuilder pages, string path, Func<SeenReview, string?, LearningForm> form)
    {
        pages.MapGet(path, (string id, HttpContext http, SignedInPerson person, SeenReview seen) =>
                LearningPages.Show(form(seen, http.GetRouteValue("publication") as string), seen, known: null))
            .PageFor(AccessRule.SeesReview);
        pages.MapPost(path, (string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewDesk desk) =>
                LearningPages.DoAsync(http, person, seen, desk, form(seen, http.GetRouteValue("publication") as string), known: null))
            .PageFor(AccessRule.SeesReview);
    }

    private static string Known(ReviewFile file, string? publication) =>
        file.State.Publications.Any(known => known.Id == publication) ? publication! : throw new ProblemException(Problem.NotFound("publication"));

    private static LearningForm Comment(ReviewFile file) => new()
    {
        Title = "Record a comment on the copies",
        Says = ["Nothing is published until it is answered. The business manager is written to; what you write here is never in a letter."],
        Button = "Record the comment",
        Asks =
        [
            LearningForm.Choice("from", "Who commented?", "Select who commented", [.. file.Definition.Bodies.Select(body => new FactOption(body.Key, body.Value))]),
            LearningForm.Date("on", "On which day did it come?", "Enter the day on which the comment came"),
            LearningForm.Text("text", "What does it say?", "Enter what the comment says", NoNames, limit: 10_000),
        ],
        Back = Address(file),
        Command = answers => new RecordComment(answers.Text("from") ?? string.Empty, answers.Text("text"), answers.Date("on")),
    };

    private static LearningForm Offer(ReviewFile file, string publication) => new()
    {
        Title = "Offer the report to the national repository",
        Says =
        [
            "The NSPCC’s national case review repository holds published reports of all areas. It asks for them; that is no duty.",
            "It is written to with the public address of the report. It can publish the report without naming the partnership.",
            "Then the public register of this service does not name the partnership either, from the moment of the offer, until the report is offered under its name. What was read or copied before cannot be called back.",
        ],
        Button = "Write to the repository",
        Asks =
        [
            LearningForm.Choice(
                "as", "How is it to be published there?", "Select how the report is to be published there", new FactOption("named", "Under the partnership’s name"),
                new FactOption("anonymous", "Without naming the partnership")),
        ],
        Back = Address(file),
        Command = answers => new OfferToRepository(publication, answers.Text("as") == "anonymous"),
    };

    private static LearningForm Answer(ReviewFile file, string publication) => new()
    {
        Title = "Record the repository’s answer",
        Button = "Record the answer",
        Asks =
        [
            LearningForm.Choice(
                "answer", "What did it answer?", "Select what the repository answered", new FactOption("held", "It holds the report"), new FactOption("declined", "It does not hold it")),
            LearningForm.Date("on", "On which day did it answer?", "Enter the day on which the repository answered"),
            LearningForm.Text("note", "What did it say, or where does the report stand there?", string.Empty, NoNames, limit: 10_000).Optional,
        ],
        Back = Address(file),
        Command = answers => new RecordRepositoryAnswer(
            publication, answers.Text("answer") == "held", answers.Date("on") ?? default, answers.Text("note")),
    };

    private static string Address(ReviewFile file) => $"/reviews/{file.Id}/publication";
}
