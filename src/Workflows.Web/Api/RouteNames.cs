using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Workflows.Web.Api;

/// <summary>Names requests in logs by the pattern they matched: what people typed into an address stays out.</summary>
internal static class RouteNames
{
    public static string Of(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
