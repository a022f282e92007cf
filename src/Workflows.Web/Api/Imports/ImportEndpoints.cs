using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Api.Imports;

/// <summary>The addresses under which reviews from before are brought in.</summary>
internal static class ImportEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/imports", (string? dryRun, string? goodRows, HttpContext http, SignedInPerson person, ImportEndpoint imports) =>
                imports.ImportAsync(http, person))
            .Access(AccessRule.KnownPerson)
            .Accepts<ImportRequestBody>("application/json", "text/csv")
            .Produces<ImportBody>()
            .WithName("importReviews").WithSummary("Record reviews from before, or only say what would come of it").WithTags("Imports");
}
