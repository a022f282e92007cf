using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Api;

/// <summary>Tells load balancers and watchers whether the service can read its records.</summary>
internal static class HealthEndpoint
{
    private static readonly string Version =
        typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/healthz", AnswerAsync)
            .Access(AccessRule.Anybody)
            .Produces<HealthBody>().Produces<HealthBody>(StatusCodes.Status503ServiceUnavailable)
            .WithName("health").WithSummary("Whether the service can read its records").WithTags("Service");

    private static async Task<IResult> AnswerAsync(
        HttpContext http, IReviewIndex index, TimeProvider clock, ILogger<HealthBody> log)
    {
        try
        {
            await index.FiguresAsync(clock.GetUtcNow(), http.RequestAborted);
            return TypedResults.Json(new HealthBody("healthy", Version));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            WebLog.NotHealthy(log, problem);
            return TypedResults.Json(new HealthBody("unhealthy", Version), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>How the service stands.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> where the records cannot be read.</param>
/// <param name="Version">Version of the program.</param>
internal sealed record HealthBody(string Status, string Version);
