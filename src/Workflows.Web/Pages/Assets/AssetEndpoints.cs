using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages.Assets;

/// <summary>Serves styles and scripts. Another content has another address, so they may be kept for a year.</summary>
internal static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/assets/{name}", Answer).Access(AccessRule.Anybody).ExcludeFromDescription();

    private static FileContentHttpResult Answer(string name, HttpContext http, AssetFiles files)
    {
        var file = files.Find(name) ?? throw new ProblemException(ProblemWriter.OfStatus(StatusCodes.Status404NotFound));
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Bytes(file.Content, file.Type);
        }

        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(file.Compressed, file.Type);
    }
}
