using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Process.Definitions;
using Workflows.Web.Api.Access;
using Workflows.Web.Api.Input;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Processes;

/// <summary>The definitions.</summary>
internal static class ProcessEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/processes", (HttpContext http, ProcessCatalogue catalogue) =>
            {
                new Query(http).End();
                return catalogue.All.Select(ProcessBodies.SummaryOf).ToArray();
            })
            .Access(AccessRule.KnownPerson)
            .WithName("listProcesses").WithSummary("Every version of every kind of review").WithTags("Processes");
        api.MapGet("/processes/{id}", (string id, HttpContext http, ProcessCatalogue catalogue) =>
            {
                new Query(http).End();
                return catalogue.Find(id) is { } definition
                    ? ProcessBodies.Of(definition) : throw new ProblemException(Problem.NotFound("process"));
            })
            .Access(AccessRule.KnownPerson)
            .WithName("readProcess").WithSummary("One version (lcspr@2026.1), or the latest (lcspr)").WithTags("Processes");
    }
}
