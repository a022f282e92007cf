using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Documents;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;
using Workflows.Web.Pages;
using Workflows.Web.Pages.Publications;
using Workflows.Web.Publishing;

namespace Workflows.Web.Api.Publications;

/// <summary>The public register: no sign-in, and no way from it to the reviews themselves.</summary>
internal static class PublicationEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/publications", ListAsync)
            .Access(AccessRule.Anybody)
            .WithName("listPublications").WithSummary("What is public, newest first").WithTags("Publications");
        app.MapGet("/api/publications/{publication}", ReadAsync)
            .Access(AccessRule.Anybody)
            .WithName("readPublication").WithSummary("One publication").WithTags("Publications");
        app.MapGet("/publications/{publication}", async Task<IResult> (
                    string publication, HttpContext http, IReviewIndex index, DirectorySource directory, PublishedPages pages) =>
                PublicationPages.IsWanted(http)
                    ? await PublicationPages.ShowAsync(publication, http, index, directory, pages)
                    : TypedResults.Ok(await ReadAsync(publication, http, index, directory)))
            .Produces<PublicationBody>().WithMetadata(PublicMark.Instance)
            .Access(AccessRule.Anybody)
            .WithName("showPublication").WithSummary("One publication, at its public address").WithTags("Publications");
        app.MapGet("/publications/{publication}/document", DocumentAsync)
            .Access(AccessRule.Anybody).WithMetadata(RawBody.Given)
            .WithName("readPublishedDocument").WithSummary("The published document").WithTags("Publications");
    }

    private static async Task<PublicationPageBody> ListAsync(
        string? cursor, HttpContext http, IReviewIndex index, DirectorySource directory)
    {
        var query = new Query(http, "cursor");
        query.End();
        var page = await index.PublicationsAsync(query.Text("cursor"), http.RequestAborted);
        return new PublicationPageBody(
            [.. page.Items.Where(item => item.WithdrawnOn is null).Select(item => PublicationBody.Of(item, directory.Current))], page.Next);
    }

    private static async Task<PublicationBody> ReadAsync(
        string publication, HttpContext http, IReviewIndex index, DirectorySource directory) =>
        PublicationBody.Of(await FindAsync(publication, http, index), directory.Current);

    private static async Task<IResult> DocumentAsync(
        string publication, HttpContext http, IReviewIndex index, IDocumentStore documents)
    {
        var found = await FindAsync(publication, http, index);
        return await DocumentAnswer.OfAsync(
            documents, found.Review, found.Sha256, found.MediaType, UploadName.Usual(publication, found.MediaType), http.RequestAborted);
    }

    private static async Task<Publication> FindAsync(string id, HttpContext http, IReviewIndex index)
    {
        new Query(http).End();
        var found = await index.FindPublicationAsync(id, http.RequestAborted)
            ?? throw new ProblemException(Problem.NotFound("publication"));
        return found.WithdrawnOn is { } on
            ? throw new ProblemException(new Problem(
                StatusCodes.Status410Gone, "publication-stands", "No longer public",
                $"This was taken from the public register on {on:yyyy-MM-dd}. Ask the safeguarding partnership for it."))
            : found;
    }
}

/// <summary>A page of the public register.</summary>
/// <param name="Items">Publications; those withdrawn are left out, so a page may be short.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
internal sealed record PublicationPageBody(IReadOnlyList<PublicationBody> Items, string? Next);

/// <summary>Something that is public.</summary>
internal sealed record PublicationBody
{
    /// <summary>Public identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the partnership; where it is not told, words in its place.</summary>
    public required string Partnership { get; init; }

    /// <summary>Whether it is not told which partnership published it.</summary>
    public required bool Anonymous { get; init; }

    /// <summary><c>in-full</c>, or <c>improvements</c> where the report itself is not published.</summary>
    public required string Form { get; init; }

    /// <summary>Day of publication, Europe/London.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Address of the document.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of the document, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size of the document in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Media type of the document.</summary>
    public required string MediaType { get; init; }

    public static PublicationBody Of(Publication publication, DirectorySnapshot directory) => new()
    {
        Id = publication.Id,
        Title = publication.Title,
        Partnership = Publisher.NameOf(publication, directory),
        Anonymous = publication.Partnership is null,
        Form = publication.Form,
        PublishedOn = publication.PublishedOn,
        Document = $"/publications/{publication.Id}/document",
        Sha256 = publication.Sha256,
        Bytes = publication.Bytes,
        MediaType = publication.MediaType,
    };
}
