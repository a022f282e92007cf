using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Web.Api;

namespace Workflows.Web.Setup;

/// <summary>Logs each request by its method, route pattern, status and time taken; no address, no query, no person.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = clock.GetTimestamp();
        await next(http);
        WebLog.Answered(
            log, http.Request.Method, RouteNames.Of(http), http.Response.StatusCode, (long)clock.GetElapsedTime(start).TotalMilliseconds);
    }
}
