using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Process.Calendar;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;
using Workflows.Web.Api.Access;

namespace Workflows.Web.Api;

/// <summary>
/// Tells load balancers and watchers whether the service can read its records, and in plain words what a person should look at. Nobody
/// signs in for it, so it names no review, no person and no number.
/// </summary>
internal static class HealthEndpoint
{
    // A wake is made within moments, and the watchdog of a host with several instances looks every few minutes.
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(10);

    private static readonly string Version =
        typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly HealthWord Unreadable = new(
        "records", "The records cannot be read now. Commands are refused meanwhile, none by halves, and what falls due is done when storage is back.");

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/healthz", AnswerAsync)
            .Access(AccessRule.Anybody)
            .Produces<HealthBody>().Produces<HealthBody>(StatusCodes.Status503ServiceUnavailable)
            .WithName("health").WithSummary("Whether the service can read its records").WithTags("Service");

    private static async Task<IResult> AnswerAsync(
        HttpContext http, IReviewIndex index, CalendarSource calendar, DirectorySource directory, MailStanding mail, TimeProvider clock,
        ILogger<HealthBody> log)
    {
        try
        {
            var now = clock.GetUtcNow();
            var figures = await index.FiguresAsync(now, http.RequestAborted);
            return TypedResults.Json(Body("healthy", [.. Words(figures, calendar, directory, mail, now)]));
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            WebLog.NotHealthy(log, problem);
            return TypedResults.Json(Body("unhealthy", [Unreadable]), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IEnumerable<HealthWord> Words(
        IndexFigures figures, CalendarSource calendar, DirectorySource directory, MailStanding mail, DateTimeOffset now)
    {
        if (calendar.NoticesAt(LondonTime.DateOf(now)).Count > 0)
        {
            yield return new HealthWord("calendar", "The list of bank holidays must be looked at; the page Administration says why.");
        }

        if (directory.Problems.Count > 0)
        {
            yield return new HealthWord("directory", "The directory file was refused, and the former one stays in force; the log says why.");
        }

        if (figures.LatestWake is { } wake && now - wake > LateAfter)
        {
            yield return new HealthWord("wakes", "Something that fell due has not been done yet; the log names the review.");
        }

        if (mail.IsAway)
        {
            yield return new HealthWord("mail", "The mail service cannot be reached, or takes nothing for now. Letters wait, and go by themselves when it is back.");
        }

        if (figures.LettersInTrouble > 0)
        {
            yield return new HealthWord("letters", "Some letters need a person; their reviews say which.");
        }
    }

    private static HealthBody Body(string status, IReadOnlyList<HealthWord> words) =>
        new(status, Version, [.. words.Select(word => word.Name)], [.. words.Select(word => word.Says)]);
}

/// <summary>How the service stands.</summary>
/// <param name="Status"><c>healthy</c>, or <c>unhealthy</c> where the records cannot be read.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Attention">
/// What a person should look at: <c>calendar</c>, <c>directory</c>, <c>wakes</c>, <c>mail</c> and <c>letters</c> though the service
/// runs, <c>records</c> where it does not.
/// </param>
/// <param name="Says">The same in plain words, a sentence or two each.</param>
internal sealed record HealthBody(string Status, string Version, IReadOnlyList<string> Attention, IReadOnlyList<string> Says);

/// <summary>One thing to look at.</summary>
internal readonly record struct HealthWord(string Name, string Says);
