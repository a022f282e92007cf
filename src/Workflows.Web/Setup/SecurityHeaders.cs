using Microsoft.AspNetCore.Http;

namespace Workflows.Web.Setup;

/// <summary>
/// Headers that every answer carries. What a page or the public register needs otherwise, it sets itself before.
/// </summary>
internal static class SecurityHeaders
{
    public static Task Invoke(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            Set(((HttpContext)state).Response.Headers);
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.TryAdd("X-Robots-Tag", "noindex");
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        }
    }
}
