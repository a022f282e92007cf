using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Process.State;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Documents;

/// <summary>Handing in documents and reading them.</summary>
internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder review)
    {
        review.MapPut("/documents/{kind}", (
                    string id, string kind, HttpContext http, SignedInPerson person, SeenReview seen, DocumentUpload upload) =>
                upload.StoreAsync(http, person, seen, kind))
            .Access(AccessRule.SeesReview)
            // A server counts the wrapping of a chunked body too; the document's own bytes are counted as they are stored.
            .WithMetadata(new DisableRequestSizeLimitAttribute(), RawBody.Taken)
            .Produces<StoredDocumentBody>(StatusCodes.Status201Created)
            .WithName("storeDocument").WithSummary("Hand in a version of a document, at most 100 MB").WithTags("Documents");
        review.MapGet("/documents/{kind}", ReadAsync)
            .Access(AccessRule.SeesReview).WithMetadata(RawBody.Given)
            .WithName("readDocument").WithSummary("A version of a document; the latest unless one is named").WithTags("Documents");
    }

    private static async Task<IResult> ReadAsync(
        string id, string kind, string? version, HttpContext http, SeenReview seen, IDocumentStore documents)
    {
        var query = new Query(http, "version");
        var number = query.Number("version", 1, int.MaxValue);
        query.End();
        if (Find(seen, kind, number) is not { } found)
        {
            throw new ProblemException(Problem.NotFound("document"));
        }

        return await DocumentAnswer.OfAsync(documents, seen.File.Id, found.Sha256, found.MediaType, found.FileName, http.RequestAborted);
    }

    private static DocumentVersion? Find(SeenReview seen, string kind, int? version)
    {
        var items = seen.File.Definition.Items.OfType<DocumentDefinition>().Select(item => item.Id).ToHashSet();
        return seen.File.State.Items.GetValueOrDefault(kind) is { } item && items.Contains(item.Definition)
            ? item.Versions.LastOrDefault(each => version is null || each.Version == version) : null;
    }
}

/// <summary>Marks an address that takes or gives bytes as they are, for its description.</summary>
internal sealed record RawBody(bool Takes)
{
    public static RawBody Taken { get; } = new(Takes: true);

    public static RawBody Given { get; } = new(Takes: false);
}
