using Microsoft.Extensions.Logging;

namespace Workflows.Web;

/// <summary>What the web application logs: methods, route patterns and codes; no bodies, no queries, no people.</summary>
internal static partial class WebLog
{
    [LoggerMessage(3001, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);

    [LoggerMessage(3101, LogLevel.Error, "{Method} {Route} failed")]
    public static partial void Unexpected(ILogger log, string method, string route, Exception problem);

    [LoggerMessage(3102, LogLevel.Error, "A review cannot be used as it stands")]
    public static partial void NeedsAttention(ILogger log, Exception problem);

    [LoggerMessage(3103, LogLevel.Warning, "A store is not available")]
    public static partial void Unavailable(ILogger log, Exception problem);

    [LoggerMessage(3104, LogLevel.Warning, "The service is not healthy")]
    public static partial void NotHealthy(ILogger log, Exception problem);
}
