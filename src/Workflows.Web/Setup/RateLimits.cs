using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Setup;

/// <summary>Limits how many requests one person, or one address where nobody is signed in, may make.</summary>
internal static class RateLimits
{
    public static void Set(RateLimiterOptions limiter, WebOptions options)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetTokenBucketLimiter(PartitionOf(http, options), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestBurst,
                TokensPerPeriod = options.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            await ProblemWriter.WriteAsync(rejected.HttpContext, new Problem(
                StatusCodes.Status429TooManyRequests, "request-rate", "Too many requests",
                string.Create(CultureInfo.InvariantCulture, $"At most {options.RequestsPerSecond} requests a second are taken. Wait, then go on."))
            { RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) });
        };
    }

    private static string PartitionOf(HttpContext http, WebOptions options) =>
        http.User.FindFirst(options.UserClaim)?.Value is { } user
            ? $"person {user}" : $"address {http.Connection.RemoteIpAddress}";
}
