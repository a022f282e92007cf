using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Workflows.Web.Pages;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Workflows.Web.Api.Problems;

/// <summary>Writes problems as <c>application/problem+json</c>.</summary>
internal static class ProblemWriter
{
    public const string MediaType = "application/problem+json";

    /// <summary>Writes the problem as the answer.</summary>
    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        if (ErrorAnswers.WantsPage(http))
        {
            await ErrorAnswers.WriteAsync(http, problem);
            return;
        }

        http.Response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
        }

        var options = http.RequestServices.GetService(typeof(IOptions<JsonOptions>)) as IOptions<JsonOptions>;
        var body = new ProblemBody
        {
            Type = $"/problems/{problem.Rule}",
            Title = problem.Title,
            Status = problem.Status,
            Detail = problem.Detail,
            Rule = problem.Rule,
            Citation = problem.Citation,
            Errors = problem.Errors.Count == 0 ? null : problem.Errors,
            Alternatives = problem.Alternatives,
        };
        await http.Response.WriteAsJsonAsync(
            body, options?.Value.SerializerOptions ?? JsonSerializerOptions.Web, MediaType, http.RequestAborted);
    }

    /// <summary>The problem that a bare status stands for: one set by the framework itself.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "request-is-valid", "Not a valid request", "The request cannot be read."),
        StatusCodes.Status401Unauthorized => new(
            status, "sign-in", "Sign-in needed", "Send a valid bearer token in the Authorization header."),
        StatusCodes.Status403Forbidden => new(status, "role", "Not allowed", "This is not for you to do."),
        StatusCodes.Status404NotFound => new(status, "address-exists", "Not found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(
            status, "method-allowed", "Method not allowed", "This address does not take this method. The Allow header names those it takes."),
        StatusCodes.Status413PayloadTooLarge => new(status, "size-limit", "Too large", "The request is larger than is taken here."),
        StatusCodes.Status415UnsupportedMediaType => new(
            status, "content-type", "Content type not taken", "Send the body as application/json in UTF-8."),
        _ => new(status, $"http-{status}", ReasonPhrases.GetReasonPhrase(status), "The request was not done."),
    };
}

/// <summary>A problem as it is sent (RFC 9457).</summary>
internal sealed record ProblemBody
{
    /// <summary>Stable address-like name of the kind of problem, one for each rule.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong here, and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Identifier of the rule that refused it.</summary>
    public required string Rule { get; init; }

    /// <summary>Source of the rule: act, regulation or guidance. Left out where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Citation { get; init; }

    /// <summary>What is wrong, by field. Left out where the problem is not about fields.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    /// <summary>What could be asked for instead. Left out where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Alternative>? Alternatives { get; init; }
}
