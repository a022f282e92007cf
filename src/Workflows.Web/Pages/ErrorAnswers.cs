using Microsoft.AspNetCore.Http;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Pages;

/// <summary>Shows a problem as a page to those who asked for one.</summary>
internal static class ErrorAnswers
{
    private static readonly string[] ForSystems = ["/api", "/openapi", "/healthz", "/demo", "/assets"];

    /// <summary>Whether the request was for a page: its address is one, or it is nothing else and came from a browser.</summary>
    public static bool WantsPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null
        || (!Array.Exists(ForSystems, start => http.Request.Path.StartsWithSegments(start, StringComparison.Ordinal))
            && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the problem as a page.</summary>
    public static Task WriteAsync(HttpContext http, Problem problem)
    {
        PageAnswers.SetHeaders(http);
        if (problem.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
        }

        return PageAnswers.Show<ErrorPage>(
            problem.Status,
            (nameof(ErrorPage.Status), problem.Status),
            (nameof(ErrorPage.Detail), problem.Detail),
            (nameof(ErrorPage.Citation), problem.Citation)).ExecuteAsync(http);
    }
}
