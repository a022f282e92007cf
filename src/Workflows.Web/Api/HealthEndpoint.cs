using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
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
        HttpContext http, IReviewIndex index, CalendarSource calendar, DirectorySource directory, TimeProvider clock,
        ILogger<HealthBody> log)
    {
        try
        {
            var now = clock.GetUtcNow();
            await index.FiguresAsync(now, http.RequestAborted);

            // What is wrong with them may quote a file: here only that something is.
            string[] attention =
            [
                .. calendar.NoticesAt(LondonTime.DateOf(now)).Count > 0 ? ["calendar"] : Array.Empty<string>(),
                .. directory.Problems.Count > 0 ? ["directory"] : Array.Empty<string>(),
            ];
            return TypedResults.Json(new HealthBody("healthy", Version, attention));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            WebLog.NotHealthy(log, problem);
            return TypedResults.Json(new HealthBody("unhealthy", Version, []), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>How the service stands.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> where the records cannot be read.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Attention">What a person should look at though the service runs: <c>calendar</c>, <c>directory</c>.</param>
internal sealed record HealthBody(string Status, string Version, IReadOnlyList<string> Attention);
