using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;
using Workflows.Web.Publishing;

namespace Workflows.Web.Pages.Publications;

/// <summary>The public register: no sign-in, the same for everybody, kept by caches for a while and safe to index.</summary>
internal static class PublicationPages
{
    private const int MostLookedThrough = 2_000;
    private const int LongestWords = 100;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/publications", ListAsync).PageFor(AccessRule.Anybody).WithMetadata(PublicMark.Instance);
        pages.MapGet("/publications/feed", FeedAsync).PageFor(AccessRule.Anybody).WithMetadata(PublicMark.Instance);
    }

    /// <summary>Whether a browser asks, rather than a system.</summary>
    public static bool IsWanted(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>One publication as a page; one that was taken away leaves a note.</summary>
    public static async Task<RazorComponentResult> ShowAsync(
        string id, HttpContext http, IReviewIndex index, DirectorySource directory, PublishedPages pages)
    {
        var found = await index.FindPublicationAsync(id, http.RequestAborted)
            ?? throw new ProblemException(Problem.NotFound("publication"));
        PageAnswers.SetHeaders(http);
        SetHeaders(http);
        http.Response.Headers.Vary = "Accept";
        return PageAnswers.Show<PublicationPage>(
            found.WithdrawnOn is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone,
            (nameof(PublicationPage.Publication), found),
            (nameof(PublicationPage.Html), found.WithdrawnOn is null ? await pages.OfAsync(found, http.RequestAborted) : null),
            (nameof(PublicationPage.Partnership), Publisher.NameOf(found, directory.Current)));
    }

    private static async Task<IResult> ListAsync(string? words, HttpContext http, IReviewIndex index, DirectorySource directory)
    {
        var sought = words?.Trim() is { Length: > 0 and <= LongestWords } given ? given : null;
        var found = await StandingAsync(index, http.RequestAborted);
        var parts = sought?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var fitting = found.Where(item => Array.TrueForAll(parts, part =>
            $"{item.Title} {Publisher.NameOf(item, directory.Current)}".Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
        SetHeaders(http);
        return PageAnswers.Show<PublicationsPage>(
            (nameof(PublicationsPage.Items), fitting), (nameof(PublicationsPage.Words), sought),
            (nameof(PublicationsPage.Directory), directory.Current));
    }

    private static async Task<IResult> FeedAsync(HttpContext http, IReviewIndex index, DirectorySource directory, PageOptions options)
    {
        var found = await StandingAsync(index, http.RequestAborted);
        SetHeaders(http);
        var origin = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        return TypedResults.Text(
            PublicationFeed.Write(found, origin, options.ServiceName, item => Publisher.NameOf(item, directory.Current)), "application/atom+xml; charset=utf-8");
    }

    private static async Task<List<Publication>> StandingAsync(IReviewIndex index, CancellationToken stop)
    {
        var found = new List<Publication>();
        string? cursor = null;
        do
        {
            var page = await index.PublicationsAsync(cursor, stop);
            found.AddRange(page.Items.Where(item => item.WithdrawnOn is null));
            cursor = page.Next;
        }
        while (cursor is not null && found.Count < MostLookedThrough);
        return found;
    }

    private static void SetHeaders(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        http.Response.Headers["X-Robots-Tag"] = "all";
    }
}
