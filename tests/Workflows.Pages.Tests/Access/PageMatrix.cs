using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Api.Access;
using Workflows.Web.Pages;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests.Access;

/// <summary>Every page that is served, asked for as every kind of person.</summary>
internal static partial class PageMatrix
{
    public static IReadOnlyList<(string Title, string? User)> People { get; } =
    [
        ("business manager", "manager"), ("agency lead", "agency"), ("business manager elsewhere", "other.manager"),
        ("officer of the Panel, told", "panel.officer"), ("national officer, not told", "idle.officer"), ("not in the directory", "stranger"), ("not signed in", null),
    ];

    // What stands in the addresses, beside the review: things that there are where others would answer the same for all.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["item"] = "rapid-review-report", ["version"] = "1", ["key"] = "lcspr", ["other"] = "2023.1", ["letter"] = "letter-1", ["number"] = "1", ["action"] = "1",
        ["step"] = "report", ["marker"] = "referral", ["pointer"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAA", ["name"] = "none", ["publication"] = "none", ["to"] = "2026.1", ["partnership"] = "fernshire", ["year"] = "2026",
    };

    public static IReadOnlyList<Page> All(WebService service) =>
    [
        .. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageMark>() is not null)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => new Page(
                method, $"/{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint.Metadata.GetRequiredMetadata<AccessMark>().Rule)))
            .Where(page => page.Method != "HEAD")
            .OrderBy(page => page.Pattern, StringComparer.Ordinal).ThenBy(page => page.Method, StringComparer.Ordinal),
    ];

    /// <summary>The address of a page of a review.</summary>
    public static string Path(this Page page, string review) => Part().Replace(page.Pattern, match => match.Groups["name"].Value switch
    {
        "id" => review,
        "part" when page.Pattern.Contains("/answers/", StringComparison.Ordinal) => "awareOn",
        "part" when page.Pattern.Contains("/deadlines/", StringComparison.Ordinal) => "rapid-review",
        "part" when page.Pattern.Contains("/letters/", StringComparison.Ordinal) => "letter-1",
        var name => Values.GetValueOrDefault(name, "none"),
    });

    /// <summary>Asks for a page; a form that is posted has no token.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this Page page, WebService service, string? user, string review)
    {
        using var request = new HttpRequestMessage(new HttpMethod(page.Method), page.Path(review));
        if (page.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = "R" });
        }

        return await service.WithCookie(user).SendAsync(request);
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}

/// <summary>A page that is served.</summary>
internal sealed record Page(string Method, string Pattern, AccessRule Rule);
