using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Reviews.Audit;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Documents;
using Workflows.Web.Api.Looks;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages.Reviews;

/// <summary>A review to look at: where it stands, its journal, its documents.</summary>
internal static class ReviewPages
{
    private const int EntriesOnPage = 100;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reviews/{id}", ShowAsync).PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/journal", JournalAsync).PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/looks", LooksAsync).PageFor(AccessRule.SeesReview);
        pages.MapGet("/reviews/{id}/documents/{item}/{version:int}", DocumentAsync).PageFor(AccessRule.SeesReview);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        string id, string? done, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views) =>
        PageAnswers.Show<ReviewPage>(
            (nameof(ReviewPage.View), await views.WithLinksAsync(seen.File, person, http.RequestAborted)), (nameof(ReviewPage.Done), done));

    private static async Task<IResult> JournalAsync(
        string id, long? before, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views,
        IReviewJournal journal, JournalCodec codec)
    {
        var seal = string.Empty;
        var entries = new List<JournalEntry>();
        foreach (var line in await journal.ReadAsync(seen.File.Id, after: 0, http.RequestAborted))
        {
            entries.Add(codec.Read(seen.File.Id, line, ref seal, seen.File.Words));
        }

        var page = entries.Where(entry => before is null || entry.Sequence < before).Reverse().Take(EntriesOnPage).ToList();
        return PageAnswers.Show<JournalPage>(
            (nameof(JournalPage.View), views.Of(seen.File, person)),
            (nameof(JournalPage.Entries), page),
            (nameof(JournalPage.Older), page.Count == EntriesOnPage && page[^1].Sequence > 1 ? page[^1].Sequence : null));
    }

    private static async Task<IResult> LooksAsync(
        string id, HttpContext http, SignedInPerson person, SeenReview seen, ReviewViews views, LookLog looks)
    {
        LookEndpoints.ThrowUnlessSeen(person, seen);
        return PageAnswers.Show<LooksPage>(
            (nameof(LooksPage.View), views.Of(seen.File, person)),
            (nameof(LooksPage.Looks), await looks.ReadAsync(seen.File.Id, LookEndpoints.Most, http.RequestAborted)));
    }

    private static async Task<IResult> DocumentAsync(
        string id, string item, int version, HttpContext http, SeenReview seen, IDocumentStore documents)
    {
        var kinds = seen.File.Definition.Items.OfType<DocumentDefinition>().Select(each => each.Id).ToHashSet();
        var found = seen.File.State.Items.GetValueOrDefault(item) is { } known && kinds.Contains(known.Definition)
            ? known.Versions.Find(each => each.Version == version) : null;
        if (found is null)
        {
            throw new ProblemException(Problem.NotFound("document"));
        }

        // Whatever is in it, it is shown as a thing apart, with no right to this service's cookies or scripts.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return await DocumentAnswer.OfAsync(
            documents, seen.File.Id, found.Sha256, found.MediaType, found.FileName, http.RequestAborted);
    }
}
