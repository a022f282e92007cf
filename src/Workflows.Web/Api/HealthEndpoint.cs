using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Reviews.Health;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Api;

/// <summary>
/// Tells load balancers and watchers whether the service can read its records, and in plain words what a person should look at. Nobody
/// signs in for it, so it names no review, no person and no number.
/// </summary>
internal static class HealthEndpoint
{
    private static readonly string Version =
        typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly HealthWord Unreadable = new(
        "records", "The records cannot be read now. Commands are refused meanwhile, none by halves, and what falls due is done when storage is back.");

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/healthz", AnswerAsync)
            .Access(AccessRule.Anybody)
            .Produces<HealthBody>().Produces<HealthBody>(StatusCodes.Status503ServiceUnavailable)
            .WithName("health").WithSummary("Whether the service can read its records").WithTags("Service");

    private static async Task<IResult> AnswerAsync(HttpContext http, ServiceHealth health, ILogger<HealthBody> log)
    {
        try
        {
            // How it stands may say more than anybody should know: here only what needs somebody, and no more of it than that.
            var signs = await health.LookAsync(http.RequestAborted);
            return TypedResults.Json(Body("healthy", [.. signs.Where(sign => sign.Level == HealthLevel.Look).Select(sign => new HealthWord(sign.Code, sign.Says))]));
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            WebLog.NotHealthy(log, problem);
            return TypedResults.Json(Body("unhealthy", [Unreadable]), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static HealthBody Body(string status, IReadOnlyList<HealthWord> words) =>
        new(status, Version, [.. words.Select(word => word.Name)], [.. words.Select(word => word.Says)]);
}

/// <summary>How the service stands.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> where the records cannot be read.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Attention">
/// What a person should look at: <c>storage</c>, <c>wakes</c>, <c>mail</c>, <c>letters</c>, <c>looks</c>, <c>directory</c>, <c>calendar</c>, <c>scanner</c>,
/// <c>chain</c>, <c>audit</c>, <c>clock</c> and <c>disk</c> though the service runs, <c>records</c> where it does not. The administration page has what to do.
/// </param>
/// <param name="Says">The same in plain words, a sentence or two each.</param>
internal sealed record HealthBody(string Status, string Version, IReadOnlyList<string> Attention, IReadOnlyList<string> Says);

/// <summary>One thing to look at.</summary>
internal readonly record struct HealthWord(string Name, string Says);
