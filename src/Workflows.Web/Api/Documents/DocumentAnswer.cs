using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Documents;

/// <summary>Gives a document back: as a file to keep, never as something that a browser runs.</summary>
internal static class DocumentAnswer
{
    public static async Task<IResult> OfAsync(
        IDocumentStore documents, ReviewId review, string sha256, string mediaType, string fileName, CancellationToken stop)
    {
        var content = await documents.OpenAsync(review, sha256, stop)
            ?? throw new ProblemException(new Problem(
                StatusCodes.Status503ServiceUnavailable, "document-is-sound", "This document must be looked at",
                "The record names this document, but its content is not in the store. Tell the service's administrator."));
        return TypedResults.Stream(
            content, mediaType, fileName, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: content.CanSeek);
    }
}
